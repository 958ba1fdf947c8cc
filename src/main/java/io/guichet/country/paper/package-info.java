/// What a country's letters and papers need: who writes, and how an address is written there.
@NullMarked
package io.guichet.country.paper;

import org.jspecify.annotations.NullMarked;
