/// How staff, rights and the installation's own record are kept.
@NullMarked
package io.guichet.access.internal;

import org.jspecify.annotations.NullMarked;
