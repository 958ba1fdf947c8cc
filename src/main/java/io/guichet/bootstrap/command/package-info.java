/// The commands of `guichet`: for administrators, scheduled work and tests.
@NullMarked
package io.guichet.bootstrap.command;

import org.jspecify.annotations.NullMarked;
