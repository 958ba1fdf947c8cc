@NullMarked
package io.guichet.reimbursement.internal;

import org.jspecify.annotations.NullMarked;
