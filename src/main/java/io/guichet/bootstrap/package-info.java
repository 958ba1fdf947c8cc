/// The only package that sees everything: what belongs together is put together here.
@NullMarked
package io.guichet.bootstrap;

import org.jspecify.annotations.NullMarked;
