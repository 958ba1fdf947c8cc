/// Spanish reimbursement requests from their arrival to their decision.
@NullMarked
package io.guichet.country.es.claim;

import org.jspecify.annotations.NullMarked;
