@NullMarked
package io.guichet.platform.file;

import org.jspecify.annotations.NullMarked;
