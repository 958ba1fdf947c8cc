/// Claims of one country from their arrival to their decision, in that country's own tables.
@NullMarked
package io.guichet.country.claim;

import org.jspecify.annotations.NullMarked;
