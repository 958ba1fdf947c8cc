/// Forms made from the description of fields: what is typed, what it means, and what is wrong with it, shared by all
/// screens that show or ask for fields.
@NullMarked
package io.guichet.country.form;

import org.jspecify.annotations.NullMarked;
