package io.guichet.directory.ui;

import static io.guichet.country.binding.CardQuery.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.Card;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldType.Figure.Unit;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CardScreenTest extends UiTest {

    private static final FileRef COMPANY = new FileRef(Samples.COUNTRY, FileKind.COMPANY, "552100554");

    private final Samples samples = new Samples();
    private final Texts texts = texts("platform", "country", "directory", "sampleform");
    private final List<FileRef> opened = new ArrayList<>();

    private void open() {
        CardScreen screen = fx(() -> new CardScreen(COMPANY, samples.workplace(), new FxmlViews(texts), texts,
                (file, behind) -> opened.add(file)));
        show(screen::createView);
    }

    private void known(String label, String phone) {
        samples.directory.cards.put(COMPANY, new Card(COMPANY, label, Samples.GROUPS,
                FieldValues.of(Map.of(Samples.PHONE, phone, Samples.ID, "123400")),
                List.of(new Card.Related(Samples.MEMBER, "Ada Lovelace"))));
    }

    private TextField field(String key) {
        return find("field-" + key.replace('.', '-'), TextField.class);
    }

    @Test
    void showsFieldsThatCannotBeChangedAndLeadsToRelatedFiles() {
        known("Byron & Fils", "+33612345678");
        open();

        assertThat(find("cardName", Label.class).getText()).isEqualTo("Byron & Fils");
        assertThat(field(Samples.PHONE).getText()).isEqualTo("06 12 34 56 78");
        assertThat(field(Samples.PHONE).isEditable()).isFalse();
        assertThat(field(Samples.ID).getText()).isEqualTo("1•• •••");

        onScreen(() -> find("related-member-1000042", Button.class).fire());
        assertThat(opened).containsExactly(Samples.MEMBER);
    }

    @Test
    void listsItsLinesWithFiguresOfTheLanguage() {
        FieldSpec day = shown("zz.member.birthDate", new FieldType.Day(), "line.x");
        FieldSpec what = shown("zz.member.lastName", new FieldType.Text(200), "line.x");
        FieldSpec amount = shown("zz.member.phone", new FieldType.Figure(Unit.MONEY), "line.x");
        FieldSpec share = shown("zz.member.news", new FieldType.Figure(Unit.PERCENT), "line.x");
        samples.directory.cards.put(COMPANY, new Card(COMPANY, "A-1", Samples.GROUPS, FieldValues.of(Map.of()), List.of(
                new Card.Table("zz.member.group.identity", List.of(day, what, amount, share), List.of(
                        FieldValues.of(Map.of(day.key(), "2026-11-20", what.key(), "Crown", amount.key(), "1284.50 EUR")),
                        FieldValues.of(Map.of(day.key(), "2026-11-21", what.key(), "Visit", amount.key(), "30.00 EUR"))))),
                List.of()));
        texts.use(Locale.GERMAN);
        open();

        TableView<?> table = find("lines-zz-member-group-identity", TableView.class);
        assertThat(table.getColumns()).as("a share that no line has is left out").hasSize(3);
        assertThat(robot.from(table).lookup(".table-cell").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .contains("20.11.2026", "Crown", "1.284,50\u202f€", "30,00\u202f€");
        onScreen(() -> {
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("20.11.2026\tCrown\t1.284,50\u202f€");
    }

    @Test
    void followsAChange() {
        known("Byron & Fils", "+33612345678");
        open();
        known("Byron & Filles", "+33699999999");
        onScreen(() -> samples.feed.tell(COMPANY, 2, "other-window"));

        assertThat(find("cardName", Label.class).getText()).isEqualTo("Byron & Filles");
        assertThat(field(Samples.PHONE).getText()).isEqualTo("06 99 99 99 99");
    }

    @Test
    void isNotReadAgainJustToKeepItAlive() {
        known("Byron & Fils", "+33612345678");
        open();
        long read = samples.directory.calls.stream().filter("card"::equals).count();
        onScreen(() -> samples.ticks.forEach(Runnable::run));

        assertThat(samples.directory.calls.stream().filter("card"::equals).count()).isEqualTo(read);
    }

    @Test
    void saysThatThereIsNothing() {
        open();

        assertThat(find("emptyText", Label.class).getText()).contains("Company").contains("552100554");
    }
}
