@NullMarked
package io.guichet.directory.internal;

import org.jspecify.annotations.NullMarked;
