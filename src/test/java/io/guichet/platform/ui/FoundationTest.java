package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class FoundationTest extends UiTest {

    private final Texts texts = texts("platform");

    @Test
    void figuresAreTabularInTheBundledFaces() {
        for (String family : List.of("Guichet Sans", "Guichet Sans Medium")) {
            Font font = Font.font(family, 20);
            assertThat(font.getFamily()).isEqualTo(family);
            assertThat(widths(font)).hasSize(1);
        }
    }

    @Test
    void backgroundWorkWaitsOffTheScreenAndAnswersOnIt() throws Exception {
        FxBackground background = new FxBackground();
        CompletableFuture<String> answer = new CompletableFuture<>();
        background.run(() -> Thread.currentThread().isVirtual() + " " + Platform.isFxApplicationThread(),
                where -> answer.complete(where + " " + Platform.isFxApplicationThread()),
                answer::completeExceptionally);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("true false true");
    }

    @Test
    void aQuestionIsAnsweredByKeyboardAndTheFocusReturns() {
        List<String> answers = new ArrayList<>();
        Overlay overlay = new Overlay();
        TextField below = new TextField();
        below.setId("below");
        show(() -> new StackPane(new VBox(below), overlay));
        onScreen(below::requestFocus);
        Dialogs dialogs = new OverlayDialogs(overlay);
        Dialogs.Question question = new Dialogs.Question("Close Élodie Garcia", "Two changes are not saved.",
                List.of(new Dialogs.Answer("keep", "Keep editing", Dialogs.Role.CANCEL),
                        new Dialogs.Answer("discard", "Discard 2 changes", Dialogs.Role.DESTRUCTIVE)));

        onScreen(() -> dialogs.ask(question, answers::add));
        robot.type(KeyCode.ESCAPE);
        await("Esc answers", () -> answers.equals(List.of("keep")));
        await("the focus is back", below::isFocused);

        onScreen(() -> dialogs.ask(question, answers::add));
        robot.clickOn("#answer-discard");
        await("the button answers", () -> answers.equals(List.of("keep", "discard")));
        assertThat(fx(overlay::isVisible)).isFalse();
    }

    @Test
    void aProblemSaysWhatHappenedWithItsCodeAndCanBeRetried() throws Exception {
        List<String> retried = new ArrayList<>();
        ErrorPanel panel = show(ErrorPanel::new);
        onScreen(() -> panel.show(texts, Problem.of(new IllegalStateException("a stack trace")), () -> retried.add("yes")));
        assertThat(robot.lookup(".label").queryAllAs(Label.class)).extracting(Label::getText)
                .contains(texts.get("platform.ui.error.unexpected"), "[unexpected]")
                .noneMatch(text -> text.contains("IllegalStateException"));
        robot.clickOn("#error-retry");
        await("retried", () -> retried.equals(List.of("yes")));
        onScreen(() -> panel.show(texts, null, null));
        assertThat(fx(panel::isVisible)).isFalse();
    }

    @Test
    void everythingOfTheFoundationInBothThemes() throws Exception {
        for (Theme theme : Theme.values()) {
            onScreen(() -> appearance().themeProperty().set(theme));
            show(this::gallery, 900, 640);
            screenshot("foundation-" + theme.name().toLowerCase(java.util.Locale.ROOT));
        }
        onScreen(() -> appearance().themeProperty().set(Theme.LIGHT));
    }

    private VBox gallery() {
        HBox tags = new HBox(8);
        for (String code : List.of("FR", "BE", "ES", "DE", "NL", "IT", "LU")) {
            tags.getChildren().add(new CountryTag(new CountryCode(code)));
        }
        Label title = new Label("Élodie Garcia");
        title.getStyleClass().add("page-title");
        Label section = new Label("Cover today");
        section.getStyleClass().add("section-title");
        Label caption = new Label("since 01/03/2024, 1,284.50 €");
        caption.getStyleClass().add("caption");
        Button primary = new Button("Approve 12 claims, 1,284.50 €");
        primary.getStyleClass().add("accent");
        Button danger = new Button("Discard 2 changes");
        danger.getStyleClass().add("danger");
        ErrorPanel error = new ErrorPanel();
        error.show(texts, Problem.of(new IllegalStateException("x")), () -> { });
        NoticeHost notices = new NoticeHost(texts);
        notices.tell(new Notices.Notice(Notices.Level.WARNING, UserMessage.of("platform.ui.error.copied")));
        SkeletonRows skeleton = new SkeletonRows();
        skeleton.setRows(3);
        VBox page = new VBox(tags, title, section, caption,
                new HBox(8, primary, danger, new Button("Keep editing", Icons.of(Feather.EDIT_2)),
                        Icons.button(Feather.MOON, "Dark theme"), new TextField("1111 2222 3333")),
                error, skeleton, notices);
        page.getStyleClass().add("page");
        return page;
    }

    private static List<Double> widths(Font font) {
        return "0123456789".chars().mapToObj(digit -> {
            Text text = new Text(Character.toString(digit).repeat(100));
            text.setFont(font);
            return text.getLayoutBounds().getWidth();
        }).distinct().toList();
    }
}
