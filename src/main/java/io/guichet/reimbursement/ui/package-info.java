/// The screens of claims: what would be paid, and why.
@NullMarked
package io.guichet.reimbursement.ui;

import org.jspecify.annotations.NullMarked;
