/// Tests of Spain.
@NullMarked
package io.guichet.country.es;

import org.jspecify.annotations.NullMarked;
