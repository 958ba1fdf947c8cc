/// Tests of the commands.
@NullMarked
package io.guichet.bootstrap.command;

import org.jspecify.annotations.NullMarked;
