@NullMarked
package io.guichet.document.ui;

import org.jspecify.annotations.NullMarked;
