/// What a phone call asks about one member, as each country answers it: cover, yearly amounts, household, claims and payments.
@NullMarked
package io.guichet.country.cover;

import org.jspecify.annotations.NullMarked;
