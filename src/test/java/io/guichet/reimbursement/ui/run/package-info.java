@NullMarked
package io.guichet.reimbursement.ui.run;

import org.jspecify.annotations.NullMarked;
