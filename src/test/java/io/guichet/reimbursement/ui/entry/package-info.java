@NullMarked
package io.guichet.reimbursement.ui.entry;

import org.jspecify.annotations.NullMarked;
