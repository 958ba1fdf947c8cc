package io.guichet.contract.ui;

import io.guichet.contract.ui.SubjectSearch.Candidate;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Chooses whom an amendment is about: typed by name, offered below, taken by Enter or a click.
final class SubjectView {

    private final AmendmentViewModel amendment;
    private final DraftForm draft;
    private final ScreenParts parts;
    private final Texts texts;
    private final VBox place = new VBox();
    private boolean looking;

    SubjectView(AmendmentViewModel amendment, DraftForm draft, ScreenParts parts) {
        this.amendment = amendment;
        this.draft = draft;
        this.parts = parts;
        texts = parts.texts();
        looking = draft.kind().subject() == Subject.COVERED;
        place.getStyleClass().add("section-content");
    }

    Node make(ScreenLifecycle life) {
        Label problem = new Label("", Icons.of(Feather.ALERT_CIRCLE));
        problem.setId("problem-subject");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("field-problem", "danger-text");
        VBox choice = new VBox();
        choice.getStyleClass().add("section-content");
        place.getChildren().setAll(choice, problem);
        SubjectSearch search = amendment.search();
        life.follow(draft.subjectProperty(), chosen -> choice.getChildren().setAll(nodes(chosen, search, choice)));
        if (search != null) {
            life.follow(search.found().valueProperty(), found -> refill(choice, search));
            life.follow(search.found().problemProperty(), found -> refill(choice, search));
            if (looking && search.found().value() == null) {
                search.found().load();
            }
        }
        life.follow(draft.subjectProblemProperty(), shown -> {
            problem.setVisible(shown != null);
            problem.setManaged(shown != null);
            problem.setText(shown == null ? "" : texts.get(shown));
        });
        return place;
    }

    private void refill(VBox choice, SubjectSearch search) {
        if (draft.subjectProperty().get() == null && choice.lookup("#candidates") instanceof VBox candidates) {
            candidates.getChildren().setAll(candidates(search));
        }
    }

    private List<Node> nodes(DraftForm.@Nullable Person chosen, @Nullable SubjectSearch search, VBox choice) {
        if (chosen != null) {
            return List.of(chosen(chosen));
        }
        if (search == null || !amendment.editable() || !amendment.now().isDraft()) {
            return List.of(SectionBlock.nothing(texts.get("contract.subject.nobody")));
        }
        if (!looking) {
            Button known = new Button(texts.get("contract.subject.known"), Icons.of(Feather.SEARCH));
            known.setId("subjectKnown");
            known.getStyleClass().add("flat");
            known.setOnAction(pressed -> {
                looking = true;
                choice.getChildren().setAll(nodes(null, search, choice));
                choice.lookup("#subjectSearch").requestFocus();
            });
            return List.of(SectionBlock.nothing(texts.get("contract.subject.new")), known);
        }
        TextField typed = new TextField();
        typed.setId("subjectSearch");
        typed.setPromptText(texts.get(draft.kind().subject() == Subject.COVERED
                ? "contract.subject.searchCovered" : "contract.subject.searchMember"));
        typed.setAccessibleText(typed.getPromptText());
        typed.textProperty().bindBidirectional(search.textProperty());
        VBox candidates = new VBox();
        candidates.setId("candidates");
        candidates.getStyleClass().add("candidates");
        candidates.getChildren().setAll(candidates(search));
        typed.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER && candidates.getChildren().stream()
                    .filter(Button.class::isInstance).findFirst().orElse(null) instanceof Button first) {
                pressed.consume();
                first.fire();
            }
        });
        return List.of(typed, candidates);
    }

    private Node chosen(DraftForm.Person person) {
        Button open = new Button(person.name(), Icons.of(FileKind.MEMBER));
        open.setId("subject");
        open.setMnemonicParsing(false);
        open.getStyleClass().add("row-button");
        open.setOnAction(pressed -> parts.navigator().open(person.ref(), person.name(), false));
        FlowPane line = new FlowPane(open);
        line.getStyleClass().add("subject-line");
        if (amendment.editable() && amendment.now().isDraft()) {
            Button other = new Button(texts.get(draft.kind().subject() == Subject.NEWCOMER
                    ? "contract.subject.notThem" : "contract.subject.other"));
            other.setId("subjectOther");
            other.getStyleClass().add("flat");
            other.setOnAction(pressed -> {
                draft.about(null);
                goTo("#subjectSearch");
            });
            line.getChildren().add(other);
        }
        return line;
    }

    /// What was pressed is gone: the keyboard goes on from what took its place, not from the top of the window.
    private void goTo(String id) {
        Node next = place.lookup(id);
        if (next != null) {
            next.requestFocus();
        }
    }

    private List<Node> candidates(SubjectSearch search) {
        List<Node> lines = new ArrayList<>();
        ErrorPanel problem = new ErrorPanel();
        problem.show(texts, search.found().problemProperty().get(), search.found()::load);
        lines.add(problem);
        List<Candidate> found = search.found().value();
        if (found == null) {
            return lines;
        }
        for (Candidate candidate : found) {
            String name = candidate.birth() == null ? candidate.person().name()
                    : texts.get(UserMessage.of("contract.subject.born", candidate.person().name(), candidate.birth()));
            Button take = new Button(name, Icons.of(FileKind.MEMBER));
            take.setMnemonicParsing(false);
            take.setId("candidate-" + candidate.person().ref().reference());
            take.getStyleClass().add("row-button");
            take.setMaxWidth(Double.MAX_VALUE);
            take.setOnAction(pressed -> {
                draft.about(candidate.person());
                goTo("#subject");
            });
            lines.add(take);
        }
        if (found.isEmpty() && !search.textProperty().get().isBlank()) {
            lines.add(SectionBlock.nothing(texts.get("contract.subject.none")));
        }
        return lines;
    }
}
