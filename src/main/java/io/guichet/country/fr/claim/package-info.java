/// Claims of France from their arrival to their decision: `decompte` with its acts, counters and what moved them, and the file
/// *retour AMO*.
@NullMarked
package io.guichet.country.fr.claim;

import org.jspecify.annotations.NullMarked;
