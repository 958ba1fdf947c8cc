/// How amounts are decided and explained: what goes in, what comes out, and the steps between. Countries implement
/// `Adjudication` as a pure function of dated parameters, plan, facts and counters: no database, no clock, no language.
@NullMarked
package io.guichet.country.adjudication;

import org.jspecify.annotations.NullMarked;
