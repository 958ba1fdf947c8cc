/// Tests of the directory's screens, without a database.
@NullMarked
package io.guichet.directory.ui;

import org.jspecify.annotations.NullMarked;
