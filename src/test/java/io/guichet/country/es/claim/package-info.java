/// Tests of Spain.
@NullMarked
package io.guichet.country.es.claim;

import org.jspecify.annotations.NullMarked;
