/// Part of a house that breaks every rule, to show that the rules see it.
@NullMarked
package io.guichet.house.broken.country;

import org.jspecify.annotations.NullMarked;
