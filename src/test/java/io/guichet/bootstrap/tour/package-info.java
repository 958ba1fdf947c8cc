/// Tests of the tour.
@NullMarked
package io.guichet.bootstrap.tour;

import org.jspecify.annotations.NullMarked;
