@NullMarked
package io.guichet.contract.internal;

import org.jspecify.annotations.NullMarked;
