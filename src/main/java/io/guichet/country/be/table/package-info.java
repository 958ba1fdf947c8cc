/// Reading and writing the Belgian tables.
@NullMarked
package io.guichet.country.be.table;

import org.jspecify.annotations.NullMarked;
