/// Part of a house that breaks every rule, to show that the rules see it.
@AppModule(name = "second", dependsOn = "nowhere")
@NullMarked
package io.guichet.house.broken.second;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
