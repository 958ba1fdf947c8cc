/// Claims that people enter: the form, its papers beside it, and what would become of it while one types.
@NullMarked
package io.guichet.reimbursement.ui.entry;

import org.jspecify.annotations.NullMarked;
