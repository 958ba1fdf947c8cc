/// Tests of staff and rights.
@NullMarked
package io.guichet.access.internal;

import org.jspecify.annotations.NullMarked;
