@NullMarked
package io.guichet.document.internal;

import org.jspecify.annotations.NullMarked;
