/// Keeps what is on screen current: one connection of its own listens, and tells what changed.
@NullMarked
package io.guichet.platform.live;

import org.jspecify.annotations.NullMarked;
