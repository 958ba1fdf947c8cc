package io.guichet.contract.ui;

import io.guichet.contract.Batch;
import io.guichet.document.Paper;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FileDialogs;
import io.guichet.platform.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The documents that each row of a batch needs beside the file: brought once, attached to all.
final class BatchPapersView {

    private final BatchViewModel batch;
    private final ScreenParts parts;
    private final Texts texts;
    private final ContractWords words;

    BatchPapersView(BatchViewModel batch, ScreenParts parts) {
        this.batch = batch;
        this.parts = parts;
        texts = parts.texts();
        words = parts.words();
    }

    /// A line for each document.
    ///
    /// @param open whether documents may be brought now
    List<Node> rows(Batch read, boolean open) {
        List<Node> rows = new ArrayList<>();
        read.demanded().forEach(type -> rows.add(row(type, read.paper(type), open)));
        return rows;
    }

    private Node row(String type, Optional<Paper> paper, boolean open) {
        Label text = paper.map(there -> ContractWords.sign(
                        texts.get("contract.batch.paper", words.document(type), there.name()), Feather.CHECK_CIRCLE, "success-text"))
                .orElseGet(() -> ContractWords.sign(
                        texts.get("contract.preview.missing", words.document(type)), Feather.PAPERCLIP, "warning-text"));
        text.setWrapText(true);
        Button attach = new Button(texts.get(paper.isEmpty() ? "contract.preview.attach" : "contract.batch.otherPaper"));
        attach.setId("attach-" + type);
        attach.setGraphic(Icons.of(Feather.PAPERCLIP));
        attach.setAccessibleText(texts.get("contract.preview.attachNamed", words.document(type)));
        attach.setDisable(!open);
        attach.setOnAction(pressed -> parts.fileDialogs().open(new FileDialogs.Request(
                texts.get("contract.preview.attachNamed", words.document(type)), "",
                texts.get("contract.preview.anyDocument"), "*"),
                chosen -> chosen.ifPresent(file -> batch.add(type, file))));
        HBox line = SectionBlock.line(text, attach);
        line.getStyleClass().add("message-bar");
        return line;
    }
}
