/// Contracts of companies and people in every country, and the amendments that change them: draft, before and after,
/// apply, cancel.
@AppModule(name = "contract", dependsOn = {"access", "directory", "document"})
@NullMarked
package io.guichet.contract;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
