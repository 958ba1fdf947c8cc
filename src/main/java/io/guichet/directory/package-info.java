/// Who is who, in every country: the one search box and the member file.
@AppModule(name = "directory", dependsOn = {"access", "audit"})
@NullMarked
package io.guichet.directory;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
