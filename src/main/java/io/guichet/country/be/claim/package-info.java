/// Belgian statements from their arrival to their decision.
@NullMarked
package io.guichet.country.be.claim;

import org.jspecify.annotations.NullMarked;
