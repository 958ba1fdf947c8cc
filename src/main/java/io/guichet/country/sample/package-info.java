/// Sample populations: realistic, repeatable, and never a real person.
@NullMarked
package io.guichet.country.sample;

import org.jspecify.annotations.NullMarked;
