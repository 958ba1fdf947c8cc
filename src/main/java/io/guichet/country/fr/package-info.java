/// France, complete: its tables, identifiers, rules and samples. Nobody outside names it.
@NullMarked
package io.guichet.country.fr;

import org.jspecify.annotations.NullMarked;
