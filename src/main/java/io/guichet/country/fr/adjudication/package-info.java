/// What the public insurance and we pay in France: a pure function of published figures, guarantees, facts and what is used
/// already. No database, no clock, no language.
@NullMarked
package io.guichet.country.fr.adjudication;

import org.jspecify.annotations.NullMarked;
