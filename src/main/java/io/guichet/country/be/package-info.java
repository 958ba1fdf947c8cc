/// Belgium, complete: its tables, identifiers, rules and samples. Nobody outside names it.
@NullMarked
package io.guichet.country.be;

import org.jspecify.annotations.NullMarked;
