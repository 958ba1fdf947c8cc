package io.guichet.contract.internal;

import io.guichet.contract.Batch;
import io.guichet.contract.internal.BatchColumns.Column;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Headline;
import io.guichet.country.field.Reading;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads a file of changes. What is wrong with the file is one problem; what is wrong with a row stays with the row.
final class BatchReader {

    /// More rows than a company sends: they are carried out in one transaction.
    static final int MOST_ROWS = 2000;

    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final String FILE = "file";
    private static final FieldSpec DAY = new FieldSpec("contract.column.effective", new FieldType.Day(), true, true,
            Sensitivity.PLAIN, "", 1000);

    private final AmendmentKind kind;
    private final FileRef contract;
    private final BatchColumns columns;
    private final BatchValues values;
    private final Members members;

    /// Finds members by what stands in a file.
    interface Members {
        /// The members with that member number or national number.
        List<FileRef> find(String typed);
    }

    BatchReader(FileRef contract, AmendmentKind kind, BatchColumns columns, BatchValues values, Members members) {
        this.contract = contract;
        this.kind = kind;
        this.columns = columns;
        this.values = values;
        this.members = members;
    }

    Outcome<Batch> read(String fileName, byte[] content) {
        BatchText text = BatchText.of(content);
        if (text.problem() != null) {
            return wrong(text.problem());
        }
        String header = text.text().lines().filter(BatchReader::holds).findFirst().orElse("");
        if (header.isEmpty()) {
            return wrong(UserMessage.of("contract.file.empty"));
        }
        char separator = separator(header);
        if (cells(header, separator).size() == 1 && columns.understood(List.of(header)) == 0) {
            return wrong(UserMessage.of("contract.file.separator"));
        }
        return parse(fileName, content, text.text(), separator);
    }

    private static boolean holds(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /// The one under which most headers are understood.
    private char separator(String header) {
        char best = SEPARATORS[0];
        long most = -1;
        for (char separator : SEPARATORS) {
            List<String> cells = cells(header, separator);
            long understood = columns.understood(cells) * 1000 + cells.size();
            if (understood > most) {
                most = understood;
                best = separator;
            }
        }
        return best;
    }

    private static List<String> cells(String line, char separator) {
        try (CSVParser parser = CSVParser.parse(line, format(separator))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of(line) : records.getFirst().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(line);
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true).setCommentMarker('#').get();
    }

    private Outcome<Batch> parse(String fileName, byte[] content, String text, char separator) {
        List<Batch.Row> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, format(separator))) {
            Iterator<CSVRecord> records = parser.iterator();
            BatchColumns.Headers headers = columns.read(records.next().toList());
            if (headers.problem() != null) {
                return wrong(headers.problem());
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                line = parser.getCurrentLineNumber() + 1;
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    return wrong(UserMessage.of("contract.file.tooMany", MOST_ROWS));
                }
                rows.add(row((int) begin(parser, cells), headers.columns(), cells.toList(), seen));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return wrong(UserMessage.of("contract.file.quotes", line));
        }
        return rows.isEmpty() ? wrong(UserMessage.of("contract.file.noRows"))
                : new Outcome.Done<>(new Batch(contract, kind.code(), fileName, content, rows,
                        kind.documents().stream().skip(1).toList(), List.of()));
    }

    /// A record may go over several lines: the first counts.
    private static long begin(CSVParser parser, CSVRecord cells) {
        return parser.getCurrentLineNumber()
                - cells.stream().mapToLong(cell -> cell.chars().filter(each -> each == '\n').count()).sum();
    }

    private Batch.Row row(int line, List<Column> header, List<String> cells, Map<String, Integer> seen) {
        if (cells.size() != header.size()) {
            return new Batch.Row(line, null, List.of(new FieldProblem("row",
                    UserMessage.of("contract.file.ragged", cells.size(), header.size()))));
        }
        List<FieldProblem> problems = new ArrayList<>();
        FieldValues read = FieldValues.of(Map.of());
        LocalDate effective = null;
        FileRef subject = null;
        for (int i = 0; i < header.size(); i++) {
            Column column = header.get(i);
            String typed = cells.get(i);
            FieldSpec field = column.field();
            if (field != null) {
                read = value(field, typed, read, problems);
            } else if (column.code().equals(BatchColumns.EFFECTIVE)) {
                effective = day(typed, problems);
            } else if (!typed.isBlank()) {
                subject = member(typed, problems);
            }
        }
        if (kind.subject() == AmendmentKind.Subject.COVERED && subject == null && problems.stream()
                .noneMatch(problem -> problem.field().equals(AmendmentRules.SUBJECT))) {
            problems.add(new FieldProblem(AmendmentRules.SUBJECT, UserMessage.of("contract.error.subjectMissing")));
        }
        AmendmentOrder order = effective == null ? null
                : new AmendmentOrder(contract.reference(), kind.code(), effective, subject, read, false);
        if (order != null) {
            twice(line, order, seen).ifPresent(problems::add);
        }
        return new Batch.Row(line, order, problems);
    }

    private FieldValues value(FieldSpec field, String typed, FieldValues read, List<FieldProblem> problems) {
        return switch (values.read(field, typed)) {
            case Reading.Value(String canonical) -> read.with(field.key(), canonical);
            case Reading.Refused(UserMessage problem, String suggestion) -> {
                // What is required of a newcomer is known of a member: the rules look again when all is read.
                if (!typed.isBlank()) {
                    problems.add(new FieldProblem(field.key(), problem));
                }
                yield read;
            }
        };
    }

    private @Nullable LocalDate day(String typed, List<FieldProblem> problems) {
        return switch (values.read(DAY, typed)) {
            case Reading.Value(String canonical) when canonical != null -> LocalDate.parse(canonical);
            case Reading.Value _ -> null;
            case Reading.Refused(UserMessage problem, String suggestion) -> {
                problems.add(new FieldProblem(AmendmentRules.EFFECTIVE, problem));
                yield null;
            }
        };
    }

    private @Nullable FileRef member(String typed, List<FieldProblem> problems) {
        List<FileRef> found = members.find(typed.strip());
        if (found.size() == 1) {
            return found.getFirst();
        }
        problems.add(new FieldProblem(AmendmentRules.SUBJECT,
                UserMessage.of(found.isEmpty() ? "contract.file.unknownMember" : "contract.file.severalMembers")));
        return null;
    }

    /// The same person stands in an earlier line: as the same member, by national number, or by name and birth date.
    private Optional<FieldProblem> twice(int line, AmendmentOrder order, Map<String, Integer> seen) {
        List<String> names = new ArrayList<>();
        FileRef subject = order.subject();
        if (subject != null) {
            names.add("member " + subject.reference());
        } else {
            Headline headline = Headline.of(kind.groups());
            FieldSpec number = headline.nationalId();
            FieldSpec birth = headline.birthDate();
            if (number != null) {
                order.values().get(number.key()).ifPresent(value -> names.add("number " + value));
            }
            String called = AmendmentRules.fields(kind).stream().filter(AmendmentRows::isName)
                    .map(field -> order.values().get(field.key()).orElse("")).collect(Collectors.joining(" "));
            if (birth != null && !called.isBlank()) {
                names.add("name " + BatchColumns.folded(called) + " " + order.values().get(birth.key()).orElse(""));
            }
        }
        Integer before = null;
        for (String name : names) {
            Integer other = seen.putIfAbsent(name, line);
            before = before == null ? other : before;
        }
        return before == null ? Optional.empty()
                : Optional.of(new FieldProblem(AmendmentRules.SUBJECT, UserMessage.of("contract.file.twice", before)));
    }

    private static Outcome<Batch> wrong(UserMessage problem) {
        return new Outcome.Invalid<>(List.of(new FieldProblem(FILE, problem)));
    }
}
