/// Many decisions at once on screen: past runs, a dry run, carrying it out, taking it back.
@NullMarked
package io.guichet.reimbursement.ui.run;

import org.jspecify.annotations.NullMarked;
