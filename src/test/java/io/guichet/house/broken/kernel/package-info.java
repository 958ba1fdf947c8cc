/// Part of a house that breaks every rule, to show that the rules see it.
@NullMarked
package io.guichet.house.broken.kernel;

import org.jspecify.annotations.NullMarked;
