/// How the trail is read and, for bulk loads, written.
@NullMarked
package io.guichet.audit.internal;

import org.jspecify.annotations.NullMarked;
