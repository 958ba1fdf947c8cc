/// Identifiers people read out on the phone: checked, cleaned, shown in groups, masked.
@NullMarked
package io.guichet.country.identifier;

import org.jspecify.annotations.NullMarked;
