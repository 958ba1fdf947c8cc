/// Tests of the embedded server: with real processes, killed for real.
@NullMarked
package io.guichet.platform.embedded;

import org.jspecify.annotations.NullMarked;
