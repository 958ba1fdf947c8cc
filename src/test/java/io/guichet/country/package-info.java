/// What every country must keep, as tests that each country runs.
@NullMarked
package io.guichet.country;

import org.jspecify.annotations.NullMarked;
