/// The whole application on the real database, as people use it.
@NullMarked
package io.guichet.journey;

import org.jspecify.annotations.NullMarked;
