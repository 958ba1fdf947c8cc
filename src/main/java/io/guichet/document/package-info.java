/// Papers attached to files: what came in by letter, mail or upload.
@AppModule(name = "document", dependsOn = "directory")
@NullMarked
package io.guichet.document;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
