/// Papers in a window.
@NullMarked
package io.guichet.platform.ui.paper;

import org.jspecify.annotations.NullMarked;
