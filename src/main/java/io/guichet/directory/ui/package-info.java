/// Screens of the directory: the member file, the cards of companies, contracts and claims, the list of members.
@NullMarked
package io.guichet.directory.ui;

import org.jspecify.annotations.NullMarked;
