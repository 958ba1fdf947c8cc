/// Technical parts that know no business.
@NullMarked
package io.guichet.platform;

import org.jspecify.annotations.NullMarked;
