/// Staff, rights and limits, as PostgreSQL keeps them.
@AppModule(name = "access")
@NullMarked
package io.guichet.access;

import io.guichet.kernel.AppModule;
import org.jspecify.annotations.NullMarked;
