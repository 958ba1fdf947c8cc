/// What every other package may know: names of countries and files, outcomes of commands, messages to a person.
/// No JavaFX, no Hibernate, no JDBC.
@NullMarked
package io.guichet.kernel;

import org.jspecify.annotations.NullMarked;
