/// The queue of claims: its views, the table, and what is done with many rows.
@NullMarked
package io.guichet.reimbursement.ui.queue;

import org.jspecify.annotations.NullMarked;
