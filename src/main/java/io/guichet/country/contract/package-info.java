/// What a contract is in a country, whom and what it covers, what it costs, and how it is amended.
@NullMarked
package io.guichet.country.contract;

import org.jspecify.annotations.NullMarked;
