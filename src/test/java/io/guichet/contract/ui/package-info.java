@NullMarked
package io.guichet.contract.ui;

import org.jspecify.annotations.NullMarked;
