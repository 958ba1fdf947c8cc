@NullMarked
package io.guichet.reimbursement.ui;

import org.jspecify.annotations.NullMarked;
