/// The search, and the member file between screen and country.
@NullMarked
package io.guichet.directory.internal;

import org.jspecify.annotations.NullMarked;
