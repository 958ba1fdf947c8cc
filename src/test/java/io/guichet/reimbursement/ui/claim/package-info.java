@NullMarked
package io.guichet.reimbursement.ui.claim;

import org.jspecify.annotations.NullMarked;
