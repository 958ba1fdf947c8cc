/// Tests of what sample populations are drawn from.
@NullMarked
package io.guichet.country.sample;

import org.jspecify.annotations.NullMarked;
