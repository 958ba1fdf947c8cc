/// Tests of France.
@NullMarked
package io.guichet.country.fr;

import org.jspecify.annotations.NullMarked;
