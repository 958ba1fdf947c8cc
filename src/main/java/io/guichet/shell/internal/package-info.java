/// Where settings are kept.
@NullMarked
package io.guichet.shell.internal;

import org.jspecify.annotations.NullMarked;
