/// The budgets of the design, measured: each figure beside the raw limit of the machine it was measured on.
@NullMarked
package io.guichet.bootstrap.benchmark;

import org.jspecify.annotations.NullMarked;
