/// Part of a house that breaks every rule, to show that the rules see it.
@AppModule(name = "first")
@NullMarked
package io.guichet.house.broken.first;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
