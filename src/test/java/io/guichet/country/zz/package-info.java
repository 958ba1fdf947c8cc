/// Zedland, the country that does not exist: added by this package, one migration folder and its texts.
@NullMarked
package io.guichet.country.zz;

import org.jspecify.annotations.NullMarked;
