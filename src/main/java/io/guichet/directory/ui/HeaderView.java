package io.guichet.directory.ui;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Headline;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.CopyValue;
import io.guichet.platform.ui.CountryTag;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The header that answers the phone: who it is, and what identifies them, each value copied with one press.
final class HeaderView {

    private static final Duration COPIED = Duration.seconds(1.5);

    private final MemberViewModel member;
    private final FieldForm form;
    private final Texts texts;
    private final Words words;
    private final ScreenLifecycle life;

    HeaderView(MemberViewModel member, FieldForm form, Texts texts, Words words, ScreenLifecycle life) {
        this.member = member;
        this.form = form;
        this.texts = texts;
        this.words = words;
        this.life = life;
    }

    /// Fills the two lines.
    void fill(Pane who, Pane facts) {
        Headline headline = form.headline();
        Label name = new Label();
        name.setId("memberName");
        name.getStyleClass().add("page-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        life.follow(member.titleProperty(), name::setText);
        Label born = new Label();
        born.setId("memberBorn");
        born.getStyleClass().add("file-born");
        born.setMinWidth(Region.USE_PREF_SIZE);
        follow(headline.birthDate(), field -> born.setText(born(field)));
        Label sex = new Label();
        sex.getStyleClass().add("file-born");
        sex.setMinWidth(Region.USE_PREF_SIZE);
        follow(headline.sex(), field -> sex.setText(words.value(field, field.base())));
        who.getChildren().setAll(new CountryTag(member.ref().country()), name, sex, born);
        OverviewViewModel overview = member.faces().overview();
        if (overview.keepsCover()) {
            CoverBadge badge = new CoverBadge(texts);
            life.follow(() -> badge.show(overview.standing().getValue(), overview.dayProperty().get(),
                    overview.isToday()), overview.standing(), overview.dayProperty());
            who.getChildren().add(badge);
        }
        facts.getChildren().clear();
        if (member.ref().isSayable()) {
            facts.getChildren().add(fact(texts.get("directory.member.number"), member.ref().reference()));
        }
        addFact(facts, headline.nationalId());
        addFact(facts, headline.email());
        addFact(facts, headline.phone());
        FieldViewModel language = form.field(headline.language());
        if (language != null) {
            Label spoken = new Label();
            follow(headline.language(), field -> spoken.setText(words.valueOrEmpty(field, field.base())));
            facts.getChildren().add(captioned(words.label(language), new HBox(spoken)));
        }
    }

    /// Copies the stored value of a field, once its reading is recorded when it is a masked one.
    void copy(@Nullable FieldSpec spec) {
        FieldViewModel field = form.field(spec);
        if (field != null && field.base() != null) {
            member.reveal(field, () -> CopyValue.toClipboard(plain(field)));
        }
    }

    /// A button that begins something or leads to another screen.
    ///
    /// @param text in the language in use
    Button begins(ObservableValue<String> text, Ikon icon, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("header-begin");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        life.follow(text, button::setText);
        return button;
    }

    private void addFact(Pane facts, @Nullable FieldSpec spec) {
        FieldViewModel field = form.field(spec);
        if (field == null) {
            return;
        }
        String name = words.label(field);
        Button value = copyButton(name);
        value.setId("copy-" + field.spec().key().replace('.', '-'));
        value.setOnAction(pressed -> member.reveal(field, () -> {
            CopyValue.toClipboard(plain(field));
            confirm(value);
        }));
        HBox line = new HBox(value);
        Button eye = Icons.button(Feather.EYE, texts.get("country.form.reveal", name));
        eye.setOnAction(pressed -> member.reveal(field, value::requestFocus));
        life.follow(field.maskedProperty(), masked -> {
            line.getChildren().remove(eye);
            if (masked) {
                line.getChildren().add(eye);
            }
        });
        follow(spec, shown -> {
            boolean empty = shown.base() == null;
            value.setText(empty ? texts.get("directory.member.none") : words.value(shown, shown.base()));
            value.setDisable(empty);
        });
        facts.getChildren().add(captioned(name, line));
    }

    private VBox fact(String name, String text) {
        Button value = copyButton(name);
        value.setText(text);
        value.setId("copy-reference");
        value.setOnAction(pressed -> {
            CopyValue.toClipboard(text);
            confirm(value);
        });
        return captioned(name, new HBox(value));
    }

    private VBox captioned(String name, HBox line) {
        Label caption = new Label(name);
        caption.getStyleClass().add("field-label");
        line.getStyleClass().add("fact-line");
        VBox fact = new VBox(caption, line);
        fact.getStyleClass().add("fact");
        return fact;
    }

    private Button copyButton(String name) {
        Button button = new Button();
        button.getStyleClass().add("copy-value");
        button.setGraphic(Icons.of(Feather.COPY));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText(texts.get("directory.member.copy", name));
        button.setTooltip(new Tooltip(texts.get("directory.member.copy", name)));
        CopyValue.copyByKey(button);
        return button;
    }

    private void confirm(Button button) {
        button.setGraphic(Icons.of(Feather.CHECK));
        button.setAccessibleHelp(texts.get("directory.member.copied"));
        PauseTransition pause = new PauseTransition(COPIED);
        pause.setOnFinished(over -> button.setGraphic(Icons.of(Feather.COPY)));
        pause.play();
    }

    private void follow(@Nullable FieldSpec spec, Consumer<FieldViewModel> show) {
        FieldViewModel field = form.field(spec);
        if (field != null) {
            life.follow(field.oldTextProperty(), changed -> show.accept(field));
        }
    }

    private String born(FieldViewModel field) {
        String stored = field.base();
        if (stored == null) {
            return "";
        }
        LocalDate birth = LocalDate.parse(stored);
        return texts.day(birth) + " (" + words.age(birth) + ")";
    }

    // Other programs take identifiers and phone numbers without separators.
    private String plain(FieldViewModel field) {
        String stored = field.base() == null ? "" : field.base();
        return switch (field.spec().type()) {
            case FieldType.Identifier _, FieldType.Phone _ -> stored;
            default -> words.value(field, stored);
        };
    }
}
