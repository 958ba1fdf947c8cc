/// The main window: navigation, tabs, the one search box, status, settings.
@AppModule(name = "shell", dependsOn = {"access", "directory"})
@NullMarked
package io.guichet.shell;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
