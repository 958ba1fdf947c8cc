/// Tests of what goes into the rules of any country.
@NullMarked
package io.guichet.country.adjudication;

import org.jspecify.annotations.NullMarked;
