@NullMarked
package io.guichet.platform.i18n;

import org.jspecify.annotations.NullMarked;
