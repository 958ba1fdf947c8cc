/// The screens of contracts, companies, amendments and batches of them.
@NullMarked
package io.guichet.contract.ui;

import org.jspecify.annotations.NullMarked;
