/// Tests of Belgium.
@NullMarked
package io.guichet.country.be.claim;

import org.jspecify.annotations.NullMarked;
