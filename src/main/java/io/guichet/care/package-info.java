/// Cases: what members ask for, until it is answered.
@AppModule(name = "care", dependsOn = {"audit", "directory"})
@NullMarked
package io.guichet.care;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
