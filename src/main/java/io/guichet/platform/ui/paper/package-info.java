/// A paper as it will be printed, in a tab: pages rendered in the background, zoom, thumbnails, saved as PDF, printed.
@NullMarked
package io.guichet.platform.ui.paper;

import org.jspecify.annotations.NullMarked;
