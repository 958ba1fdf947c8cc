package io.guichet.directory.ui;

import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FormView;
import io.guichet.kernel.FieldProblem;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.ColumnFlow;
import io.guichet.platform.ui.ErrorPanel;
import io.guichet.platform.ui.FilePanel;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.LoadingPane;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.ScreenLifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a member file and forwards what is done to it.
public final class MemberController {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MemberViewModel member;
    private final Workplace workplace;
    private final Texts texts;
    private final Words words;
    private final Pen pen;
    private final List<FilePanel> panels;
    private @Nullable AsOfView asOf;
    private @Nullable HeaderView header;
    private @Nullable HistoryView historyView;
    private @Nullable FormView formView;
    private Subscription decisions = Subscription.EMPTY;

    @FXML private LoadingPane root;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Label emptyText;
    @FXML private VBox failed;
    @FXML private ErrorPanel failure;
    @FXML private VBox file;
    @FXML private HBox who;
    @FXML private FlowPane facts;
    @FXML private VBox messages;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private Button compare;
    @FXML private ErrorPanel problem;
    @FXML private HBox elsewhere;
    @FXML private Label elsewhereText;
    @FXML private VBox conflict;
    @FXML private HBox then;
    @FXML private Label thenText;
    @FXML private Button now;
    @FXML private HBox faceBar;
    @FXML private HBox dayBar;
    @FXML private StackPane faces;
    @FXML private ScrollPane scroll;
    @FXML private ScrollPane rail;
    @FXML private ColumnFlow groups;
    @FXML private VBox history;
    @FXML private ErrorPanel historyProblem;
    @FXML private Button historyMore;
    @FXML private HBox saveBar;
    @FXML private Label unsaved;
    @FXML private Button undoAll;
    @FXML private Button save;

    /// @param panels brought by other components
    public MemberController(MemberViewModel member, Workplace workplace, Texts texts, Navigator navigator,
                            List<FilePanel> panels) {
        this.member = member;
        this.workplace = workplace;
        this.texts = texts;
        words = new Words(texts, workplace.input(), workplace.clock());
        pen = new Pen(texts, words, navigator, workplace.notices());
        this.panels = panels;
    }

    @FXML
    private void initialize() {
        ScreenLifecycle life = ScreenLifecycle.of(root);
        formView = new FormView(scroll, groups);
        member.faces().places().keep("details", scroll);
        member.faces().places().keep("history", rail);
        compare.setOnAction(pressed -> member.compare());
        undoAll.setOnAction(pressed -> member.undoAll());
        save.setOnAction(pressed -> member.save());
        historyMore.setOnAction(pressed -> member.history().showMore());
        now.setOnAction(pressed -> member.faces().overview().toToday());
        noticeText.setGraphic(Icons.of(Feather.INFO));
        thenText.setGraphic(Icons.of(Feather.CLOCK));
        elsewhereText.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        messages.getChildren().forEach(message -> message.visibleProperty().subscribe(this::makeRoom));
        show(saveBar, false);
        show(conflict, false);
        whenLoaded(form -> build(form, formView, life));
        life.follow(member.stateProperty(), this::showState);
        life.follow(member.problemProperty(), shown -> {
            failure.show(texts, shown, member::load);
            problem.show(texts, shown, this::retry);
        });
        life.follow(member.noticeProperty(), this::showNotice);
        life.whileShown(() -> workplace.ticker().every(MINUTE, () -> showNotice(member.noticeProperty().get()))::cancel);
        life.follow(member.conflictProperty(), this::showConflict);
        life.follow(member.elsewhereProperty(), this::showElsewhere);
        showFaces(life);
        life.follow(member.attentionProperty(), formView::attend);
    }

    /// Puts the cursor into the day that the overview is told of.
    void focusDay() {
        if (asOf != null) {
            asOf.focus();
        }
    }

    /// Shows the fields, the cursor in the first that may be changed.
    void edit() {
        member.faces().faces().show(FacesViewModel.Face.DETAILS);
        Objects.requireNonNull(formView).begin();
    }

    void copyId() {
        withHeader(view -> view.copy(form().headline().nationalId()));
    }

    void copyEmail() {
        withHeader(view -> view.copy(form().headline().email()));
    }

    void copyPhone() {
        withHeader(view -> view.copy(form().headline().phone()));
    }

    private void showFaces(ScreenLifecycle life) {
        OverviewViewModel overview = member.faces().overview();
        FacesView view = new FacesView(member, pen, workplace.clock(), faces, life, panels);
        view.put(FacesViewModel.Face.DETAILS, scroll);
        view.put(FacesViewModel.Face.HISTORY, rail);
        view.fill(faceBar);
        asOf = new AsOfView(overview, texts, workplace.input(), life);
        dayBar.getChildren().setAll(asOf);
        life.follow(overview.dayProperty(), day -> {
            show(then, !overview.isToday());
            thenText.setText(texts.get("directory.overview.then", texts.dayInWords(day)));
        });
    }

    private void withHeader(Consumer<HeaderView> action) {
        if (header != null) {
            action.accept(header);
        }
    }

    private FieldForm form() {
        return Objects.requireNonNull(member.formProperty().get());
    }

    /// Building adds to the lifecycle, so it cannot itself be part of it.
    private void whenLoaded(Consumer<FieldForm> build) {
        FieldForm loaded = member.formProperty().get();
        if (loaded != null) {
            build.accept(loaded);
            return;
        }
        ChangeListener<@Nullable FieldForm> once = new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends @Nullable FieldForm> form, @Nullable FieldForm before,
                                @Nullable FieldForm now) {
                if (now != null) {
                    form.removeListener(this);
                    build.accept(now);
                }
            }
        };
        member.formProperty().addListener(once);
    }

    private void build(FieldForm form, FormView formView, ScreenLifecycle life) {
        HeaderView made = new HeaderView(member, form, texts, words, life);
        header = made;
        made.fill(who, facts);
        HBox elsewhereToo = new HBox();
        elsewhereToo.getStyleClass().add("also");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        who.getChildren().add(between);
        // Below the name: beside it stand the cover of today and what can be begun, which fill the line.
        facts.getChildren().add(elsewhereToo);
        new IdentityView(member.faces(), pen, life).fillHeader(elsewhereToo);
        workplace.panels().forEach(each -> each.link(member.ref())
                .ifPresent(to -> who.getChildren().add(made.begins(to.text(), to.icon(), to.go()))));
        panels.forEach(panel -> panel.begins().ifPresent(begins ->
                who.getChildren().add(made.begins(begins.text(), Feather.PLUS, () -> begin(begins)))));
        new MoreButton(member, texts, life).addTo(who, workplace.panels());
        historyView = new HistoryView(form, texts, words);
        formView.fill(form, member, texts, words, life);
        life.follow(this::showUnsaved, form.changesProperty(), member.savingProperty());
        life.follow(this::showHistory, member.history().changes(), member.history().moreProperty(),
                member.history().loadedProperty(), member.history().problemProperty());
    }

    private void begin(FilePanel.Begin begins) {
        member.faces().faces().show(FacesViewModel.Face.OVERVIEW);
        begins.run().run();
    }

    private void showState(MemberViewModel.State now) {
        root.setLoading(now == MemberViewModel.State.LOADING);
        show(file, now == MemberViewModel.State.OPEN);
        show(failed, now == MemberViewModel.State.FAILED);
        boolean nothing = now == MemberViewModel.State.MISSING || now == MemberViewModel.State.REFUSED;
        show(empty, nothing);
        if (now == MemberViewModel.State.MISSING) {
            emptyTitle.setText(texts.get("directory.member.missing.title"));
            emptyText.setText(texts.get("directory.member.missing.text", member.ref().reference()));
        } else if (now == MemberViewModel.State.REFUSED) {
            String country = Locale.of("", member.ref().country().value()).getDisplayCountry(texts.locale());
            emptyTitle.setText(texts.get("directory.member.refused.title"));
            emptyText.setText(texts.get("directory.member.refused.text", country));
        }
    }

    private void retry() {
        member.dropProblem();
        member.save();
    }

    private void showUnsaved() {
        int count = form().changesProperty().get();
        boolean saving = member.savingProperty().get();
        show(saveBar, count > 0);
        unsaved.setText(texts.get("directory.member.unsaved", count));
        save.setText(saving ? texts.get("directory.member.saving") : texts.get("directory.member.save", count));
        boolean blocked = saving || member.conflictProperty().get() != null;
        save.setDisable(blocked);
        undoAll.setDisable(saving);
    }

    private void showNotice(MemberViewModel.@Nullable Notice shown) {
        show(notice, shown != null);
        if (shown != null) {
            String what = shown.differences().stream().map(difference -> words.label(difference.field()))
                    .collect(Collectors.joining(", "));
            Difference first = shown.differences().getFirst();
            noticeText.setText(first.by() == null || first.at() == null
                    ? texts.get("directory.member.notice.someone", what)
                    : texts.get("directory.member.notice.by", first.by(), words.moment(first.at()), what));
        }
    }

    private void showConflict(@Nullable ConflictViewModel shown) {
        decisions.unsubscribe();
        decisions = Subscription.EMPTY;
        show(conflict, shown != null);
        if (shown == null) {
            conflict.getChildren().clear();
        } else {
            ConflictView view = new ConflictView(member, texts, words);
            view.fill(conflict, shown);
            decisions = shown.undecided().subscribe(() -> view.fill(conflict, shown));
        }
        if (member.formProperty().get() != null) {
            showUnsaved();
        }
    }

    private void showElsewhere(List<FieldProblem> problems) {
        show(elsewhere, !problems.isEmpty());
        elsewhereText.setText(texts.get("directory.member.elsewhere",
                problems.stream().map(each -> texts.get(each.message())).collect(Collectors.joining(" "))));
    }

    private void showHistory() {
        HistoryViewModel shown = member.history();
        historyProblem.show(texts, shown.problemProperty().get(), shown::showMore);
        show(historyMore, shown.moreProperty().get());
        List<Node> entries = historyView == null ? List.of() : historyView.entries(shown.changes());
        if (entries.isEmpty() && shown.loadedProperty().get()) {
            Label none = new Label(texts.get("directory.history.empty"));
            none.setWrapText(true);
            none.getStyleClass().add("secondary");
            entries = List.of(none);
        }
        history.getChildren().setAll(entries);
    }

    /// Messages take no room while there is none.
    private void makeRoom() {
        show(messages, messages.getChildren().stream().anyMatch(Node::isVisible));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
