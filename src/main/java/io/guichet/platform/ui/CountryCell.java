package io.guichet.platform.ui;

import io.guichet.kernel.CountryCode;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell with the tag of a country.
///
/// @param <R> what a row is about
public final class CountryCell<R> extends TableCell<R, CountryCode> {

    @Override
    protected void updateItem(@Nullable CountryCode code, boolean empty) {
        super.updateItem(code, empty);
        setGraphic(empty || code == null ? null : new CountryTag(code));
    }
}
