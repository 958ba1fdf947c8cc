package io.guichet.contract.ui;

import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentPreview.Change;
import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What an amendment would do: missing documents first, for they block; then the premium, what becomes wrong and which
/// claims it touches; then before and after side by side, each difference with a sign and a word.
final class PreviewView {

    private static final double LABEL = 27;
    private static final double VALUE = 27;
    private static final double MARK = 19;

    private final AmendmentViewModel amendment;
    private final ScreenParts parts;
    private final Texts texts;
    private final ContractWords words;

    PreviewView(AmendmentViewModel amendment, ScreenParts parts) {
        this.amendment = amendment;
        this.parts = parts;
        texts = parts.texts();
        words = parts.words();
    }

    Node view(AmendmentPreview preview) {
        VBox all = new VBox();
        all.setId("previewShown");
        all.getStyleClass().add("preview");
        if (!preview.problems().isEmpty()) {
            VBox list = new VBox();
            list.getStyleClass().add("conflict");
            Label title = ContractWords.sign(texts.get("contract.preview.problems", preview.problems().size()),
                    Feather.ALERT_CIRCLE, "danger-text");
            title.getStyleClass().add("strong");
            list.getChildren().add(title);
            preview.problems().forEach(problem -> list.getChildren().add(wrapped(words.wrong(problem))));
            all.getChildren().add(list);
            return all;
        }
        preview.missing().forEach(type -> all.getChildren().add(missing(type)));
        all.getChildren().add(premium(preview));
        // What goes wrong stands before what is compared: a family's facts fill more than a screen.
        claims(all, "contract.preview.wrongClaims", preview.wrongClaims());
        if (!preview.wrongPremiums().isEmpty()) {
            all.getChildren().add(heading(texts.get("contract.preview.wrongPremiums", preview.wrongPremiums().size())));
            for (PremiumCorrection each : preview.wrongPremiums()) {
                all.getChildren().add(SectionBlock.line(new Label(words.month(each.month())),
                        amount(words.amounts().difference(each.amount()))));
            }
        }
        claims(all, "contract.preview.openClaims", preview.openClaims());
        all.getChildren().add(facts(preview.facts()));
        return all;
    }

    private Node missing(String type) {
        Label text = ContractWords.sign(texts.get("contract.preview.missing", words.document(type)), Feather.PAPERCLIP,
                "warning-text");
        text.setWrapText(true);
        Button attach = new Button(texts.get("contract.preview.attach"));
        attach.setId("attach-" + type);
        attach.setAccessibleText(texts.get("contract.preview.attachNamed", words.document(type)));
        attach.setDisable(!amendment.editable());
        attach.setOnAction(pressed -> parts.fileDialogs().open(new FileDialogs.Request(
                texts.get("contract.preview.attachNamed", words.document(type)), "",
                texts.get("contract.preview.anyDocument"), "*"),
                chosen -> chosen.ifPresent(file -> amendment.decisions().attach(type, file))));
        HBox line = SectionBlock.line(text, attach);
        line.getStyleClass().add("message-bar");
        return line;
    }

    private Node premium(AmendmentPreview preview) {
        Money difference = preview.premiumAfter().minus(preview.premiumBefore());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("premium-change");
        grid.addRow(0, caption("contract.preview.premium"), caption("contract.preview.before"),
                caption("contract.preview.after"), caption("contract.preview.difference"));
        Label after = amount(words.amounts().text(preview.premiumAfter()));
        after.getStyleClass().add("strong");
        Label by = difference.minor() == 0
                ? ContractWords.sign(texts.get("contract.preview.same"), Feather.MINUS, "muted")
                : ContractWords.sign(words.amounts().difference(difference),
                        difference.minor() > 0 ? Feather.TRENDING_UP : Feather.TRENDING_DOWN, "strong");
        by.setId("premiumDifference");
        grid.addRow(1, new Label(texts.get("contract.premium.month")), amount(words.amounts().text(preview.premiumBefore())),
                after, by);
        return grid;
    }

    /// Facts by whom they are about; what stays the same is there too, for a person compares.
    private Node facts(List<Change> changes) {
        if (changes.isEmpty()) {
            return SectionBlock.nothing(texts.get("contract.preview.noFacts"));
        }
        Map<FileRef, List<Change>> byWhom = new LinkedHashMap<>();
        changes.forEach(change -> byWhom.computeIfAbsent(either(change).about(), ref -> new ArrayList<>()).add(change));
        VBox all = new VBox();
        all.getStyleClass().add("cover-families");
        byWhom.forEach((ref, theirs) -> {
            Label name = new Label(either(theirs.getFirst()).name(), Icons.of(ref.kind()));
            name.getStyleClass().add("medium");
            GridPane grid = new GridPane();
            grid.getStyleClass().add("before-after");
            grid.getColumnConstraints().addAll(share(LABEL), share(VALUE), share(VALUE), share(MARK));
            grid.addRow(0, new Label(), caption("contract.preview.before"), caption("contract.preview.after"));
            int row = 1;
            for (Change change : theirs) {
                addRow(grid, row++, change);
            }
            all.getChildren().add(new VBox(name, grid));
        });
        return all;
    }

    private void addRow(GridPane grid, int row, Change change) {
        Label label = wrapped(texts.get(either(change).label()));
        label.getStyleClass().add("muted");
        Label before = wrapped(value(change.before()));
        Label after = wrapped(value(change.after()));
        grid.addRow(row, label, before, after);
        if (change.differs()) {
            after.getStyleClass().add("strong");
            boolean added = change.before() == null || change.before().value() == null;
            boolean gone = change.after() == null || change.after().value() == null;
            Label mark = added ? ContractWords.sign(texts.get("contract.preview.added"), Feather.PLUS, "success-text")
                    : gone ? ContractWords.sign(texts.get("contract.preview.gone"), Feather.MINUS, "danger-text")
                    : ContractWords.sign(texts.get("contract.preview.changed"), Feather.EDIT_2, "warning-text");
            grid.add(mark, 3, row);
        }
    }

    private String value(@Nullable Fact fact) {
        return fact == null ? texts.get("contract.preview.none") : words.value(fact);
    }

    private static Fact either(Change change) {
        return change.after() != null ? change.after() : Objects.requireNonNull(change.before());
    }

    private void claims(VBox all, String key, List<TouchedClaim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        all.getChildren().add(heading(texts.get(key, claims.size())));
        VBox lines = new VBox();
        for (TouchedClaim claim : claims) {
            Button open = new Button(texts.get("contract.preview.claim", claim.number(), claim.day()),
                    Icons.of(claim.claim().kind()));
            open.setMnemonicParsing(false);
            open.getStyleClass().add("row-button");
            open.setOnAction(pressed -> parts.navigator().open(claim.claim(), claim.number(), true));
            Label state = new Label(words.word(claim.state()));
            state.getStyleClass().add("muted");
            lines.getChildren().add(SectionBlock.line(open, state));
        }
        all.getChildren().add(lines);
    }

    private static Label heading(String text) {
        Label heading = wrapped(text);
        heading.getStyleClass().add("medium");
        return heading;
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label amount(String text) {
        Label amount = new Label(text);
        amount.getStyleClass().add("amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        return amount;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(percent);
        share.setHalignment(HPos.LEFT);
        return share;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
