/// What every screen is built with: FXML views, background work, screens in tabs, dialogs as ports.
@NullMarked
package io.guichet.platform.ui;

import org.jspecify.annotations.NullMarked;
