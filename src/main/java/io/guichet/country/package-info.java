/// What a country is to the rest of Guichet: the SPI that every country implements and the shared screens ask.
/// No concrete country is known here; they are found by `ServiceLoader`.
@NullMarked
package io.guichet.country;

import org.jspecify.annotations.NullMarked;
