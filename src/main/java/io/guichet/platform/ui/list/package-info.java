/// What lists of many rows share: filters of several values, and the views that a person keeps of a list.
@NullMarked
package io.guichet.platform.ui.list;

import org.jspecify.annotations.NullMarked;
