package io.guichet.country.be.claim;

import io.guichet.country.be.claim.Gathering.Row;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Reading;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A CSV file with the columns of the statement, in any order, by their names in any of our languages; semicolons, commas or tabs
/// between, UTF-8. Neighbouring rows of one person and one invoice number are one claim; a row without invoice number is one.
///
/// The origin of a claim is what its rows say, so that it is the same in every file that has them, also a corrected one; what
/// stands in a file twice is told apart by which time it is.
final class StatementFile implements ClaimFileReader {

    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int HEADER = 1 << 16;
    private static final char BYTE_ORDER = '\uFEFF';
    /// Stands for bytes that are no UTF-8.
    private static final char UNREADABLE = '\ufffd';

    private final FieldInput input;
    private final Clock clock;
    private final Map<String, FieldSpec> fields;
    private final List<String> claimFields;

    /// @param provider the number of a health professional
    /// @param clock    tells what day it is: claims without a day of receipt came in today
    StatementFile(IdentifierKind provider, Clock clock) {
        this.input = new FieldInput(new Identifiers(List.of(provider), Map.of()), clock);
        this.clock = clock;
        var form = ClaimFields.form(provider);
        this.fields = Stream.concat(form.claim().stream(), form.line().stream()).map(FieldGroup::fields).flatMap(List::stream)
                .collect(Collectors.toMap(FieldSpec::key, Function.identity()));
        this.claimFields = form.claim().stream().map(FieldGroup::fields).flatMap(List::stream).map(FieldSpec::key).toList();
    }

    @Override
    public String format() {
        return "statement";
    }

    @Override
    public void read(InputStream file, String origin, Rows rows) throws IOException {
        // what is no UTF-8 is told with its row
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), HEADER);
        Gathering gathering = new Gathering(rows);
        long line = 0;
        try {
            char separator = separator(reader);
            try (CSVParser parser = CSVParser.parse(reader, format(separator))) {
                line = 1;
                Iterator<CSVRecord> records = parser.iterator();
                Optional<Header> header = records.hasNext() ? header(records.next(), rows) : empty(rows);
                if (header.isPresent()) {
                    while (records.hasNext()) {
                        CSVRecord cells = records.next();
                        line = begin(parser, cells);
                        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                            gathering.add(row((int) line, header.get(), cells.toList(), rows));
                        }
                    }
                    gathering.hand();
                }
            }
        } catch (UncheckedIOException broken) {
            gathering.cut();
            if (!isOfTheFile(broken)) {
                throw broken.getCause();
            }
            rows.problem((int) line + 1, UserMessage.of("be.file.quotes"));
        }
    }

    /// Quotes that do not end are the parser's own complaint; a stream that breaks is not.
    private static boolean isOfTheFile(UncheckedIOException broken) {
        return broken.getCause().getClass().getName().startsWith("org.apache.commons.csv");
    }

    private static Optional<Header> empty(Rows rows) {
        rows.problem(0, UserMessage.of("be.file.empty"));
        return Optional.empty();
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();
    }

    /// The one under which most headers are known.
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(HEADER);
        if (reader.read() != BYTE_ORDER) {
            reader.reset();
        }
        reader.mark(HEADER);
        String first = reader.readLine();
        reader.reset();
        char best = SEPARATORS[0];
        long most = -1;
        for (char separator : SEPARATORS) {
            long known = first == null ? 0 : Stream.of(first.split(String.valueOf(separator)))
                    .filter(name -> FileColumns.field(name).isPresent()).count();
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        return best;
    }

    /// A record may go over several lines: the first counts.
    private static long begin(CSVParser parser, CSVRecord cells) {
        return parser.getCurrentLineNumber() - cells.stream().mapToLong(cell -> cell.chars().filter(each -> each == '\n').count()).sum();
    }

    /// The columns of a file.
    ///
    /// @param fields what each column is
    /// @param names  what the file calls them
    private record Header(List<String> fields, List<String> names) {
    }

    private static Optional<Header> header(CSVRecord cells, Rows rows) {
        List<String> fields = new ArrayList<>();
        boolean good = true;
        for (String name : cells) {
            Optional<String> field = FileColumns.field(name);
            if (field.isEmpty()) {
                rows.problem(1, UserMessage.of("be.file.unknownColumn", name));
                good = false;
            } else if (!field.get().equals(FileColumns.NOTHING) && fields.contains(field.get())) {
                rows.problem(1, UserMessage.of("be.file.columnTwice", name));
                good = false;
            }
            fields.add(field.orElse(FileColumns.NOTHING));
        }
        for (String needed : List.of(FileColumns.PERSON, ClaimFields.ACT, ClaimFields.CARE_DAY)) {
            good &= isThere(fields, rows, needed);
        }
        if (!fields.contains(ClaimFields.HONORARIUM)) {
            good &= isThere(fields, rows, ClaimFields.CHARGED);
        }
        return good ? Optional.of(new Header(fields, cells.toList())) : Optional.empty();
    }

    private static boolean isThere(List<String> fields, Rows rows, String needed) {
        if (fields.contains(needed)) {
            return true;
        }
        rows.problem(1, UserMessage.of("be.file.noColumn", UserMessage.of(needed.equals(FileColumns.PERSON) ? "be.file.person" : needed)));
        return false;
    }

    private Row row(int line, Header header, List<String> cells, Rows rows) {
        if (cells.size() != header.fields().size()) {
            rows.problem(line, UserMessage.of("be.file.ragged", cells.size(), header.fields().size()));
            return new Row(line, "", Map.of(), Map.of(), false);
        }
        if (cells.stream().anyMatch(cell -> cell.chars().anyMatch(each -> each == UNREADABLE || each < ' ' && !Character.isWhitespace(each)))) {
            rows.problem(line, UserMessage.of("be.file.encoding"));
            return new Row(line, "", Map.of(), Map.of(), false);
        }
        Map<String, String> claim = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        String person = "";
        boolean good = true;
        for (int i = 0; i < cells.size(); i++) {
            String field = header.fields().get(i);
            FieldSpec spec = fields.get(field);
            if (field.equals(FileColumns.PERSON)) {
                person = person(cells.get(i));
            } else if (spec != null) {
                good &= read(spec, cells.get(i), claimFields.contains(field) ? claim : values, header.names().get(i), line, rows);
            }
        }
        if (person.isEmpty()) {
            rows.problem(line, UserMessage.of("be.file.column", UserMessage.of("be.file.person"), UserMessage.of("country.error.required")));
            good = false;
        }
        String base = values.get(ClaimFields.HONORARIUM);
        if (values.get(ClaimFields.CHARGED) == null && base != null) {
            values.put(ClaimFields.CHARGED, base);
        }
        if (good && values.get(ClaimFields.CHARGED) == null) {
            rows.problem(line, UserMessage.of("be.file.column", UserMessage.of(ClaimFields.CHARGED), UserMessage.of("country.error.required")));
            good = false;
        }
        claim.putIfAbsent(ClaimFields.RECEIVED, LocalDate.now(clock).toString());
        return new Row(line, person, claim, values, good);
    }

    private boolean read(FieldSpec spec, String typed, Map<String, String> into, String column, int line, Rows rows) {
        // what the statement leaves open the rules ask for when the claim is received
        if (typed.isBlank() && !spec.key().equals(ClaimFields.ACT) && !spec.key().equals(ClaimFields.CARE_DAY)) {
            return true;
        }
        return switch (input.read(spec, typed)) {
            case Reading.Value(String canonical) -> {
                if (canonical != null) {
                    into.put(spec.key(), canonical);
                }
                yield true;
            }
            case Reading.Refused(UserMessage problem, String suggestion) -> {
                rows.problem(line, UserMessage.of("be.file.column", column, problem));
                yield false;
            }
        };
    }

    /// Digits of a national number without what separates them; a member number as it is.
    private static String person(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.toUpperCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Override
    public Map<String, String> members(UnitOfWork work, Collection<String> people) {
        return work.sql(connection -> {
            Map<String, String> members = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT v.nummer, v.inss FROM be.verzekerde v WHERE v.inss = ANY (?) OR v.nummer = ANY (?)")) {
                Object[] all = people.toArray();
                statement.setArray(1, connection.createArrayOf("text", all));
                statement.setArray(2, connection.createArrayOf("text", all));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        members.put(row.getString("nummer"), row.getString("nummer"));
                        @Nullable String inss = row.getString("inss");
                        if (inss != null) {
                            members.put(inss, row.getString("nummer"));
                        }
                    }
                }
            }
            members.keySet().retainAll(people);
            return members;
        });
    }
}
