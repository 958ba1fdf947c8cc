/// A real PostgreSQL that Guichet brings along: unpacked, created, started, joined and stopped in one data folder.
@NullMarked
package io.guichet.platform.embedded;

import org.jspecify.annotations.NullMarked;
