/// What tests share: a window on the headless platform, background work under control, a database.
@NullMarked
package io.guichet.testing;

import org.jspecify.annotations.NullMarked;
