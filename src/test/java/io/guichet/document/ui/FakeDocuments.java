package io.guichet.document.ui;

import io.guichet.document.DocumentRow;
import io.guichet.document.Documents;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.testing.Papers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Documents in memory; refuses what is called bad.
final class FakeDocuments implements Documents {

    static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    final List<DocumentRow> rows = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    @Nullable RuntimeException broken;
    @Nullable IOException unwritable;

    DocumentRow add(FileRef file, String type, String name) {
        DocumentRow row = new DocumentRow(rows.size() + 1, file, type, name, "application/pdf", 120_400, "care",
                NOW.minusSeconds(7200));
        rows.addFirst(row);
        return row;
    }

    private void call(String what) {
        calls.add(what);
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public List<DocumentRow> of(FileRef file, int limit) {
        call("of");
        return List.copyOf(rows);
    }

    @Override
    public Outcome<DocumentRow> attach(FileRef file, String type, Path source) {
        String name = Objects.requireNonNull(source.getFileName()).toString();
        call("attach " + type + " " + name);
        if (name.startsWith("bad")) {
            return new Outcome.Invalid<>(List.of(new FieldProblem("file", UserMessage.of("document.error.heic", name))));
        }
        return new Outcome.Done<>(add(file, type, name));
    }

    @Override
    public Outcome<DocumentRow> attach(FileRef file, String type, String name, byte[] content) {
        return attach(file, type, Path.of(name));
    }

    @Override
    public Outcome<Paper> read(String type, Path source) {
        return new Outcome.Done<>(new Paper(type, source.toString(), "application/pdf", new byte[1]));
    }

    @Override
    public Outcome<Path> save(DocumentRow document, Path target) throws IOException {
        call("save " + document.name() + " " + target);
        if (unwritable != null) {
            throw unwritable;
        }
        return rows.contains(document) ? new Outcome.Done<>(target)
                : new Outcome.Denied<>(UserMessage.of("document.error.gone"));
    }

    @Override
    public Outcome<Paper> open(DocumentRow document) {
        call("open " + document.name());
        return rows.contains(document)
                ? new Outcome.Done<>(new Paper(document.type(), document.name(), document.mediaType(), Papers.pdf(document.name())))
                : new Outcome.Denied<>(UserMessage.of("document.error.gone"));
    }

    @Override
    public Outcome<DocumentRow> remove(DocumentRow document, String reason) {
        call("remove " + document.name() + " " + reason);
        if (reason.isBlank()) {
            return new Outcome.Invalid<>(List.of(
                    new FieldProblem("reason", UserMessage.of("document.error.reasonMissing"))));
        }
        return rows.remove(document) ? new Outcome.Done<>(document)
                : new Outcome.Denied<>(UserMessage.of("document.error.gone"));
    }
}
