/// What every kind of identifier promises, as tests that each country fills with its own kinds.
@NullMarked
package io.guichet.country.identifier;

import org.jspecify.annotations.NullMarked;
