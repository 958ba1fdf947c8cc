/// Every word a user reads, in five languages, switched while the application runs.
@NullMarked
package io.guichet.platform.i18n;

import org.jspecify.annotations.NullMarked;
