/// Tests of Spain.
@NullMarked
package io.guichet.country.es.adjudication;

import org.jspecify.annotations.NullMarked;
