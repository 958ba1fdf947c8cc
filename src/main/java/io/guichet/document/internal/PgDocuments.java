package io.guichet.document.internal;

import io.guichet.document.DocumentRow;
import io.guichet.document.DocumentTypes;
import io.guichet.document.Documents;
import io.guichet.document.FileNames;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Documents in the schema `document`, whose functions check the rights and write who and when.
public final class PgDocuments implements Documents {

    private static final String FILE = "file";
    private static final String TYPE = "type";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 500;
    private static final UserMessage GONE = UserMessage.of("document.error.gone");

    private final Database database;
    private final DocumentStore store = new DocumentStore();

    public PgDocuments(Database database) {
        this.database = database;
    }

    @Override
    public List<DocumentRow> of(FileRef file, int limit) {
        return database.read(work -> {
            List<DocumentRow> rows = store.of(work, file, limit);
            // Row-level security answers with nothing while the file is not open: that must not pass for "there is none".
            if (rows.isEmpty() && !store.mayRead(work, file)) {
                throw new DatabaseFailure(DatabaseFailure.Kind.DENIED, UserMessage.of("document.error.closed"),
                        "not readable: " + file, null);
            }
            return rows;
        });
    }

    @Override
    public Outcome<DocumentRow> attach(FileRef file, String type, Path source) {
        return attach(file, read(type, source));
    }

    @Override
    public Outcome<Paper> read(String type, Path source) {
        Path named = source.getFileName();
        String name = FileNames.clean(named == null ? "" : named.toString());
        if (Files.isDirectory(source)) {
            return invalid(FILE, UserMessage.of("document.error.folder", name));
        }
        byte[] content;
        try {
            // Before it is read: nobody waits for gigabytes to be told that they are too many.
            if (Files.size(source) > LARGEST) {
                return tooLarge(name);
            }
            content = Files.readAllBytes(source);
        } catch (IOException | SecurityException unreadable) {
            return invalid(FILE, UserMessage.of("document.error.unreadable", name));
        }
        return read(type, name, content);
    }

    @Override
    public Outcome<DocumentRow> attach(FileRef file, String type, String name, byte[] content) {
        return attach(file, read(type, name, content));
    }

    private static Outcome<Paper> read(String type, String name, byte[] content) {
        String clean = FileNames.clean(name);
        if (!DocumentTypes.isCode(type)) {
            return invalid(TYPE, UserMessage.of("document.error.type"));
        }
        if (content.length == 0) {
            return invalid(FILE, UserMessage.of("document.error.empty", clean));
        }
        if (content.length > LARGEST) {
            return tooLarge(clean);
        }
        MediaTypes.Found found = MediaTypes.of(content, clean);
        if (found.problem() != null) {
            return invalid(FILE, found.problem());
        }
        return new Outcome.Done<>(new Paper(type, clean, found.mediaType(), content));
    }

    private Outcome<DocumentRow> attach(FileRef file, Outcome<Paper> read) {
        return switch (read) {
            case Outcome.Done<Paper>(Paper paper) -> attach(file, paper);
            case Outcome.Invalid<Paper>(List<FieldProblem> problems) -> new Outcome.Invalid<>(problems);
            case Outcome.Conflict<Paper> conflict -> new Outcome.Conflict<>(conflict.currentVersion(), conflict.changes());
            case Outcome.Denied<Paper>(UserMessage reason) -> new Outcome.Denied<>(reason);
        };
    }

    private Outcome<DocumentRow> attach(FileRef file, Paper paper) {
        return unlessDenied(() -> database.write(work -> {
            Optional<Long> id = store.attach(work, file, paper);
            if (id.isEmpty()) {
                String other = store.sameContent(work, file, paper.content()).orElse(paper.name());
                return invalid(FILE, UserMessage.of("document.error.duplicate", paper.name(), other));
            }
            return store.find(work, id.get()).<Outcome<DocumentRow>>map(Outcome.Done::new)
                    .orElseGet(() -> new Outcome.Denied<>(GONE));
        }));
    }

    @Override
    public Outcome<Path> save(DocumentRow document, Path target) throws IOException {
        Optional<byte[]> content = content(document);
        if (content.isEmpty()) {
            return new Outcome.Denied<>(GONE);
        }
        write(content.get(), target);
        return new Outcome.Done<>(target);
    }

    @Override
    public Outcome<Paper> open(DocumentRow document) {
        return content(document).<Outcome<Paper>>map(content ->
                        new Outcome.Done<>(new Paper(document.type(), document.name(), document.mediaType(), content)))
                .orElseGet(() -> new Outcome.Denied<>(GONE));
    }

    private Optional<byte[]> content(DocumentRow document) {
        // Two transactions: the content is readable only once the record of it cannot be rolled back.
        return database.write(work -> store.reveal(work, document.id()))
                ? database.read(work -> store.content(work, document.id())) : Optional.empty();
    }

    @Override
    public Outcome<DocumentRow> remove(DocumentRow document, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            return invalid(REASON, UserMessage.of("document.error.reasonMissing"));
        }
        if (why.length() > LONGEST_REASON) {
            return invalid(REASON, UserMessage.of("document.error.reasonLong", LONGEST_REASON));
        }
        return unlessDenied(() -> database.write(work -> store.remove(work, document.id(), why))
                ? new Outcome.Done<>(document) : new Outcome.Denied<>(GONE));
    }

    /// Beside its target first: what stands there is replaced by the whole of it or not at all.
    private static void write(byte[] content, Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        // A link is followed, not replaced.
        Path place = Files.exists(whole) ? whole.toRealPath() : whole;
        Path parent = place.getParent();
        if (parent == null || Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no file: " + place);
        }
        Path part = Files.createTempFile(parent, ".guichet-", ".part");
        try {
            Files.write(part, content);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static <T> Outcome<T> tooLarge(String name) {
        return invalid(FILE, UserMessage.of("document.error.large", name, LARGEST / (1024 * 1024)));
    }

    private static <T> Outcome<T> invalid(String field, UserMessage message) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(field, message)));
    }

    private static Outcome<DocumentRow> unlessDenied(Supplier<Outcome<DocumentRow>> command) {
        try {
            return command.get();
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DENIED) {
                return new Outcome.Denied<>(UserMessage.of("document.error.mayNot"));
            }
            if (DocumentStore.isLost(failure)) {
                return new Outcome.Denied<>(UserMessage.of("document.error.noFile"));
            }
            throw failure;
        }
    }
}
