/// What France pays, tried with published cases, every published figure, and properties that the law has.
@NullMarked
package io.guichet.country.fr.adjudication;

import org.jspecify.annotations.NullMarked;
