/// Tests of fields: reading what people type, showing what is kept.
@NullMarked
package io.guichet.country.field;

import org.jspecify.annotations.NullMarked;
