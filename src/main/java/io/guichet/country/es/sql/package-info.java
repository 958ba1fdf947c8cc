/// How Spain talks to its tables.
@NullMarked
package io.guichet.country.es.sql;

import org.jspecify.annotations.NullMarked;
