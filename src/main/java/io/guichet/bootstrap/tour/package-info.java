/// Pictures of every screen with sample data, for people to look at.
@NullMarked
package io.guichet.bootstrap.tour;

import org.jspecify.annotations.NullMarked;
