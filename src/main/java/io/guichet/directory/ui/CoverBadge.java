package io.guichet.directory.ui;

import io.guichet.country.cover.Cover;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Covered or not, in one icon and a few words, and by what.
final class CoverBadge extends HBox {

    private static final List<String> COLOURS = List.of("success-text", "warning-text", "danger-text", "muted");

    private final Texts texts;
    private final Label word = new Label();
    private final Label product = new Label();

    CoverBadge(Texts texts) {
        this.texts = texts;
        getStyleClass().add("cover-badge");
        word.setId("standing");
        word.getStyleClass().add("medium");
        word.setMinWidth(Region.USE_PREF_SIZE);
        product.setId("product");
        product.getStyleClass().add("muted");
        product.setMinWidth(0);
        setMinWidth(0);
        HBox.setHgrow(this, Priority.SOMETIMES);
        getChildren().addAll(word, product);
    }

    /// Says how the member stands on `day`; nothing while that is not known.
    void show(@Nullable Standing standing, LocalDate day, boolean isToday) {
        setVisible(standing != null);
        if (standing == null) {
            return;
        }
        Cover cover = standing.cover();
        switch (standing.kind()) {
            case COVERED -> say(isToday ? texts.get("directory.overview.standing.today")
                    : texts.get("directory.overview.standing.on", day), Feather.CHECK_CIRCLE, "success-text");
            case SUSPENDED -> say(texts.get("directory.overview.standing.suspended"), Feather.PAUSE_CIRCLE, "warning-text");
            case COMING -> say(cover == null ? "" : texts.get("directory.overview.standing.from", cover.from()),
                    Feather.CLOCK, "warning-text");
            case ENDED -> say(cover == null || cover.to() == null ? texts.get("directory.overview.notCovered")
                    : texts.get("directory.overview.standing.ended", cover.to()), Feather.X_CIRCLE, "danger-text");
            case NEVER -> say(texts.get("directory.overview.standing.never"), Feather.X_CIRCLE, "muted");
        }
        product.setText(cover == null ? "" : standing.more() == 0 ? cover.product()
                : texts.get("directory.overview.standing.more", cover.product(), standing.more()));
    }

    private void say(String words, Ikon icon, String colour) {
        word.setText(words);
        word.setGraphic(Icons.of(icon));
        word.getStyleClass().removeAll(COLOURS);
        word.getStyleClass().add(colour);
    }
}
