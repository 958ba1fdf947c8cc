/// Tests of the change feed.
@NullMarked
package io.guichet.platform.live;

import org.jspecify.annotations.NullMarked;
