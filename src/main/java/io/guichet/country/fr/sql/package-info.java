/// Plain SQL on the tables of France.
@NullMarked
package io.guichet.country.fr.sql;

import org.jspecify.annotations.NullMarked;
