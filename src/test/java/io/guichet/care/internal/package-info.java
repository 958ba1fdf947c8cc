@NullMarked
package io.guichet.care.internal;

import org.jspecify.annotations.NullMarked;
