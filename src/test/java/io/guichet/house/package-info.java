/// The rules of the house as tests. Each rule is generic (countries, components and schemas are found, never listed) and
/// is shown to be able to fail.
@NullMarked
package io.guichet.house;

import org.jspecify.annotations.NullMarked;
