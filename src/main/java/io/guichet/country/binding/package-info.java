/// What countries share in describing their own tables: one description of fields serves form, loading and saving.
/// Knows no country.
@NullMarked
package io.guichet.country.binding;

import org.jspecify.annotations.NullMarked;
