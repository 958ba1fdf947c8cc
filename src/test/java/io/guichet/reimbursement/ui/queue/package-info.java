@NullMarked
package io.guichet.reimbursement.ui.queue;

import org.jspecify.annotations.NullMarked;
