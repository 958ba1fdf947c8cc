/// Tests of Belgium.
@NullMarked
package io.guichet.country.be.adjudication;

import org.jspecify.annotations.NullMarked;
