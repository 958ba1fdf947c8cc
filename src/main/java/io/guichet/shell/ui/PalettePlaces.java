package io.guichet.shell.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.NavEntry;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Screens that what is typed in the search box may mean, above the files found: by the words of the navigation, with or
/// without accents. The selection goes up to them from the first file, and is there when no file is found.
public final class PalettePlaces {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-]+");
    private static final int SHORTEST = 2;

    private final Texts texts;
    private final ObservableList<NavEntry> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private List<NavEntry> all = List.of();

    PalettePlaces(Texts texts) {
        this.texts = texts;
    }

    /// Where this person can go.
    void offer(List<NavEntry> places) {
        all = List.copyOf(places);
    }

    /// The screens that are meant, in the order of the navigation.
    public ObservableList<NavEntry> found() {
        return found;
    }

    /// Index of the selected one, -1 while a file is selected.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What is typed now.
    void typed(String text) {
        String wanted = folded(text.strip());
        selected.set(-1);
        found.setAll(wanted.length() < SHORTEST ? List.of()
                : all.stream().filter(place -> begins(folded(texts.get(place.textKey())), wanted)).toList());
    }

    /// Selects the first one when there is no file to select.
    void settle(boolean files) {
        selected.set(files || found.isEmpty() ? -1 : 0);
    }

    /// Moves the selection.
    ///
    /// @param atFirstFile whether the first file is selected, or none
    /// @return false when the selection moves among the files
    boolean move(int by, boolean atFirstFile, boolean files) {
        if (selected.get() < 0) {
            if (by >= 0 || !atFirstFile || found.isEmpty()) {
                return false;
            }
            selected.set(found.size() - 1);
            return true;
        }
        int to = selected.get() + by;
        selected.set(to >= found.size() && files ? -1 : Math.clamp(to, 0, found.size() - 1));
        return true;
    }

    /// The selected one, or empty.
    Optional<NavEntry> selected() {
        return selected.get() < 0 || selected.get() >= found.size() ? Optional.empty() : Optional.of(found.get(selected.get()));
    }

    private static boolean begins(String title, String wanted) {
        return title.startsWith(wanted) || BETWEEN.splitAsStream(title).anyMatch(word -> word.startsWith(wanted));
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
