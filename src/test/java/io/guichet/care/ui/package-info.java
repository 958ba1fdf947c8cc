@NullMarked
package io.guichet.care.ui;

import org.jspecify.annotations.NullMarked;
