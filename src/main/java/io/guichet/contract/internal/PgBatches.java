package io.guichet.contract.internal;

import io.guichet.access.Access;
import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.Batches;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Headline;
import io.guichet.country.field.Reading;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.document.Documents;
import io.guichet.document.Paper;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Files of changes, for the role that is signed in.
public final class PgBatches implements Batches {

    private static final String FILE = "file";

    private final Database database;
    private final Countries countries;
    private final Directory directory;
    private final FieldInput input;
    private final Supplier<Texts> texts;
    private final Documents documents;
    private final Amenders amenders;
    private final AmendmentRules rules;
    private final AmendmentCommands commands;
    private final Impact impact;
    private final Clock clock;

    /// @param texts makes texts of all languages: headers of a file are in any of them
    public PgBatches(Database database, Access access, Countries countries, Directory directory, FieldInput input,
                     Supplier<Texts> texts, Documents documents, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.directory = directory;
        this.input = input;
        this.texts = texts;
        this.documents = documents;
        this.amenders = new Amenders(access);
        this.rules = new AmendmentRules(input);
        this.impact = new Impact(clock);
        this.clock = clock;
        this.commands = new AmendmentCommands(rules, impact);
    }

    @Override
    public List<AmendmentKind> kinds(FileRef contract) {
        return records(contract).map(ContractRecords::amendments).orElse(List.of()).stream()
                .filter(kind -> kind.bulk() && kind.subject() != AmendmentKind.Subject.CONTRACT).toList();
    }

    private Optional<ContractRecords> records(FileRef contract) {
        return countries.find(contract.country()).flatMap(Country::contracts);
    }

    private AmendmentKind kind(FileRef contract, String code) {
        return kinds(contract).stream().filter(kind -> kind.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " does not come many at a time"));
    }

    @Override
    public void template(FileRef contract, String code, Path target) throws IOException {
        BatchColumns columns = new BatchColumns(kind(contract, code), texts.get());
        String header = columns.all().stream().map(BatchColumns.Column::code).collect(Collectors.joining(";"));
        LocalDate nextMonth = LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
        String example = columns.all().stream().map(column -> BatchTemplate.example(column, nextMonth))
                .collect(Collectors.joining(";", "# ", ""));
        // With its mark, or spreadsheets read it in the encoding of the computer.
        Files.writeString(target, "\uFEFF" + header + "\r\n" + example + "\r\n", StandardCharsets.UTF_8);
    }

    @Override
    public Outcome<Batch> read(FileRef contract, String code, Path file) {
        if (!amenders.may(contract.country())) {
            return new Outcome.Denied<>(AmendmentCommands.MAY_NOT);
        }
        if (Files.isDirectory(file)) {
            return unreadable("contract.file.folder");
        }
        byte[] content;
        try {
            if (Files.size(file) > BatchText.LARGEST) {
                return new Outcome.Invalid<>(List.of(new FieldProblem(FILE, BatchText.tooLarge())));
            }
            content = Files.readAllBytes(file);
        } catch (IOException | SecurityException unreadable) {
            return unreadable("contract.file.unreadable");
        }
        AmendmentKind kind = kind(contract, code);
        Texts words = texts.get();
        return new BatchReader(contract, kind, new BatchColumns(kind, words), new BatchValues(input, words),
                typed -> members(contract.country(), typed)).read(Objects.toString(file.getFileName(), code), content);
    }

    private static Outcome<Batch> unreadable(String key) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(FILE, UserMessage.of(key))));
    }

    /// A member number as it is, or a whole national number: half of one would find somebody else.
    private List<FileRef> members(CountryCode country, String typed) {
        List<SearchRow> exact = directory.rows(List.of(new FileRef(country, FileKind.MEMBER, typed)));
        if (!exact.isEmpty()) {
            return exact.stream().map(SearchRow::ref).toList();
        }
        FieldSpec number = Headline.of(countries.require(country).members().groups()).nationalId();
        if (number != null && input.read(number, typed) instanceof Reading.Value(String canonical) && canonical != null) {
            return directory.search(new SearchRequest(canonical, Locale.ENGLISH, Set.of(country), Set.of(FileKind.MEMBER), 2))
                    .rows().stream().map(SearchRow::ref).toList();
        }
        return List.of();
    }

    @Override
    public Outcome<Batch> add(Batch batch, String type, Path paper) {
        if (!batch.demanded().contains(type)) {
            throw new IllegalArgumentException(type + " is not asked for");
        }
        return switch (documents.read(type, paper)) {
            case Outcome.Done<Paper>(Paper read) -> same(batch, read).<Outcome<Batch>>map(other ->
                    new Outcome.Invalid<>(List.of(new FieldProblem(FILE,
                            UserMessage.of("document.error.duplicate", read.name(), other)))))
                    .orElseGet(() -> new Outcome.Done<>(batch.with(read)));
            case Outcome.Invalid<Paper>(List<FieldProblem> problems) -> new Outcome.Invalid<>(problems);
            case Outcome.Conflict<Paper> conflict -> new Outcome.Conflict<>(conflict.currentVersion(), conflict.changes());
            case Outcome.Denied<Paper>(UserMessage reason) -> new Outcome.Denied<>(reason);
        };
    }

    /// The name under which the batch has that content already: it cannot be two documents of one amendment.
    private static Optional<String> same(Batch batch, Paper read) {
        return Arrays.equals(batch.content(), read.content()) ? Optional.of(batch.fileName())
                : batch.papers().stream().filter(other -> !other.type().equals(read.type()))
                        .filter(other -> Arrays.equals(other.content(), read.content())).map(Paper::name).findFirst();
    }

    @Override
    public BatchReport rehearse(Batch batch, DoubleConsumer done) {
        BatchRun run = run(batch);
        return Undone.of(database, work -> run.rehearse(work, done));
    }

    @Override
    public Outcome<BatchReport> apply(Batch batch, DoubleConsumer done) {
        if (!amenders.may(batch.contract().country())) {
            return new Outcome.Denied<>(AmendmentCommands.MAY_NOT);
        }
        if (!batch.missing().isEmpty()) {
            return new Outcome.Invalid<>(batch.missing().stream().map(AmendmentCommands::missing).toList());
        }
        BatchRun run = run(batch);
        UUID file = fingerprint(batch);
        return AmendmentCommands.guarded(() -> Undone.unless(database, work -> {
            if (!AmendmentStore.beginBatch(work, batch.contract(), file)) {
                return invalid("contract.file.again");
            }
            BatchReport report = run.apply(work, done, file);
            if (report.good() == 0) {
                throw Undone.with(invalid("contract.file.nothing"));
            }
            return new Outcome.Done<>(report);
        }));
    }

    private static Outcome<BatchReport> invalid(String key) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(FILE, UserMessage.of(key))));
    }

    private BatchRun run(Batch batch) {
        return new BatchRun(rules, commands, impact, records(batch.contract()).orElseThrow(),
                kind(batch.contract(), batch.kind()), batch, names(batch));
    }

    private Map<Integer, String> names(Batch batch) {
        List<FileRef> members = batch.rows().stream().map(Batch.Row::order).filter(Objects::nonNull)
                .map(AmendmentOrder::subject).filter(Objects::nonNull).distinct().toList();
        Map<FileRef, String> known = directory.rows(members).stream()
                .collect(Collectors.toMap(SearchRow::ref, SearchRow::label));
        Map<Integer, String> names = new HashMap<>();
        AmendmentKind kind = kind(batch.contract(), batch.kind());
        for (Batch.Row row : batch.rows()) {
            AmendmentOrder order = row.order();
            if (order != null) {
                FileRef subject = order.subject();
                names.put(row.line(), subject == null ? AmendmentRows.described(kind, order.values())
                        : known.getOrDefault(subject, ""));
            }
        }
        return names;
    }

    /// The same content for the same change of the same contract is the same batch.
    private static UUID fingerprint(Batch batch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((batch.contract() + " " + batch.kind() + "\n").getBytes(StandardCharsets.UTF_8));
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(batch.content()));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
