/// Tests of the connection pool, migrations and failures.
@NullMarked
package io.guichet.platform.database;

import org.jspecify.annotations.NullMarked;
