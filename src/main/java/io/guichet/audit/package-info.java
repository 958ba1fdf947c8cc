/// The trail: every write, and every opening of a file, attributable and beyond the reach of its author.
@AppModule(name = "audit")
@NullMarked
package io.guichet.audit;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
