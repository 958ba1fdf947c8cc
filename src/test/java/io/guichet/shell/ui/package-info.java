/// Tests of the main window.
@NullMarked
package io.guichet.shell.ui;

import org.jspecify.annotations.NullMarked;
