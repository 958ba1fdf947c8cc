@NullMarked
package io.guichet.document;

import org.jspecify.annotations.NullMarked;
