/// A claim as who decides it sees it: beside the worklist, and in a tab of its own.
@NullMarked
package io.guichet.reimbursement.ui.claim;

import org.jspecify.annotations.NullMarked;
