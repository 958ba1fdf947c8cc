/// Tests of the application image: they start the launcher that users start, without a JDK, a PATH or a display.
@NullMarked
package io.guichet.image;

import org.jspecify.annotations.NullMarked;
