/// What a Belgian plan pays, and why: pure functions of the nomenclature, of a plan, of facts and of what was used.
@NullMarked
package io.guichet.country.be.adjudication;

import org.jspecify.annotations.NullMarked;
