/// Tests of the desktop's start.
@NullMarked
package io.guichet.bootstrap.desktop;

import org.jspecify.annotations.NullMarked;
