/// A file described by its fields: from this one description come forms, validation, masking, merging, audit labels
/// and exports.
@NullMarked
package io.guichet.country.field;

import org.jspecify.annotations.NullMarked;
