/// Spain, complete: its tables, identifiers, rules and samples. Nobody outside names it.
@NullMarked
package io.guichet.country.es;

import org.jspecify.annotations.NullMarked;
