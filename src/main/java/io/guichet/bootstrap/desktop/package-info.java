/// The desktop from its start to the main window: what takes time, what the first start asks, and the sign-in.
@NullMarked
package io.guichet.bootstrap.desktop;

import org.jspecify.annotations.NullMarked;
