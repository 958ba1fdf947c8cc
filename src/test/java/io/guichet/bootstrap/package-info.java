/// Tests of what is put together.
@NullMarked
package io.guichet.bootstrap;

import org.jspecify.annotations.NullMarked;
