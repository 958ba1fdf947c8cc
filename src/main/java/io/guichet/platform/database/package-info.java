/// One signed-in connection pool to one PostgreSQL, units of work on it, migrations, and failures as sentences.
@NullMarked
package io.guichet.platform.database;

import org.jspecify.annotations.NullMarked;
