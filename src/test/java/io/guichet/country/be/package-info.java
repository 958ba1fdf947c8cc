/// Tests of Belgium.
@NullMarked
package io.guichet.country.be;

import org.jspecify.annotations.NullMarked;
