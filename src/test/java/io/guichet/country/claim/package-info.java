/// What claims of every country share.
@NullMarked
package io.guichet.country.claim;

import org.jspecify.annotations.NullMarked;
