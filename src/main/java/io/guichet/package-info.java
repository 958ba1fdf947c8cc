/// The entry point; everything else lies below, each part in its place.
@NullMarked
package io.guichet;

import org.jspecify.annotations.NullMarked;
