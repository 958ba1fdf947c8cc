/// Files of claims, read without a database.
@NullMarked
package io.guichet.country.fr.claim;

import org.jspecify.annotations.NullMarked;
