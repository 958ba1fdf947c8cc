package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Invoices as brokers and clinics' offices send them: CSV in UTF-8, separated by semicolons, with a first row that names the
/// columns, in any order. Neighbouring rows with the same `solicitud` are the lines of one request; what describes the invoice is
/// taken from the first of them.
///
/// | column | holds |
/// |---|---|
/// | `solicitud` | what the sender calls the request |
/// | `documento` | DNI, NIE or passport of the person who had the care, or our reference of their file |
/// | `recibida` | day it came in; today when empty |
/// | `proveedor`, `factura` | who made the invoice, and its number |
/// | `nif` | tax number of who made the invoice; one of Spain without it is looked at by somebody |
/// | `cuadro` | `si` for a provider of the medical network, else `no` |
/// | `territorio` | `ES` or `EXTRANJERO`; `ES` when empty |
/// | `moneda`, `cambio` | ISO code, `EUR` when empty; euros for one unit of another currency |
/// | `acto`, `fecha`, `importe`, `concepto` | kind of act, day of care, amount, what the invoice says |
///
/// Days are `2026-09-01` or `01/09/2026`, amounts `80.50` or `80,50`. Columns that nobody knows are left alone.
final class InvoiceFile implements ClaimFileReader {

    private static final List<String> NEEDED = List.of("solicitud", "documento", "proveedor", "acto", "fecha", "importe");
    private static final DateTimeFormatter SPANISH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /// Which of a person's files it is follows from the day of care: both stand in the name of the person.
    private static final char AT = '@';
    private static final int MOST_LINES = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true).get();

    @Override
    public String format() {
        return "invoices";
    }

    @Override
    public void read(InputStream file, String origin, Rows rows) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        int line = 0;
        try (CSVParser parser = CSVParser.parse(withoutMark(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                rows.problem(0, UserMessage.of("es.claimFile.empty"));
                return;
            }
            Map<String, Integer> columns = columns(records.next());
            List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
            if (!missing.isEmpty()) {
                rows.problem(1, UserMessage.of("es.claimFile.columns", String.join(", ", missing)));
                return;
            }
            Group group = new Group(origin, rows);
            // a row begins behind the end of the one before; asking for the next reads it
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                group.add(new Row(columns, records.next(), line));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            group.end();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            rows.problem(line, UserMessage.of(isEncoding(broken) ? "es.claimFile.encoding" : "es.claimFile.broken"));
            if (broken instanceof IOException stream && !isEncoding(stream) && !(broken instanceof CSVException)) {
                throw stream;
            }
        }
    }

    /// Spreadsheets put a mark before the first letter.
    private static Reader withoutMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static boolean isEncoding(@Nullable Throwable failure) {
        return failure != null && (failure instanceof CharacterCodingException || isEncoding(failure.getCause()));
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    @Override
    public Map<String, String> members(UnitOfWork work, Collection<String> people) {
        return work.sql(connection -> {
            Map<String, String> found = new HashMap<>();
            List<String> asked = List.copyOf(people);
            List<String> documents = asked.stream().map(each -> each.substring(0, each.lastIndexOf(AT))).toList();
            // of a person's files the one that covers the day, else the newest
            EsSql.list(connection, """
                    SELECT DISTINCT ON (q.nombre) q.nombre, a.id
                    FROM unnest(?, ?, ?, ?) AS q (nombre, documento, clave, dia)
                    CROSS JOIN LATERAL (SELECT d.id FROM es.asegurado d WHERE d.numero_documento = q.documento
                                        UNION ALL
                                        SELECT d.id FROM es.asegurado d WHERE d.id = q.clave) quien
                    JOIN es.asegurado a ON a.id = quien.id
                    JOIN es.poliza p ON p.id = a.poliza
                    ORDER BY q.nombre, (a.fecha_alta <= q.dia AND coalesce(least(a.fecha_baja, p.fin) >= q.dia, true)) DESC,
                        a.fecha_alta DESC, a.id
                    """, row -> found.put(row.getString("nombre"), row.getString("id")),
                    connection.createArrayOf("text", asked.toArray()), connection.createArrayOf("text", documents.toArray()),
                    connection.createArrayOf("uuid", documents.stream().map(each -> EsSql.key(each).orElse(null)).toArray()),
                    connection.createArrayOf("date", asked.stream().map(each -> each.substring(each.lastIndexOf(AT) + 1))
                            .map(day -> day.isEmpty() ? null : LocalDate.parse(day)).toArray()));
            return found;
        });
    }

    /// A row by the names of its columns.
    private record Row(Map<String, Integer> columns, CSVRecord cells, int line) {

        String get(String name) {
            Integer place = columns.get(name);
            return place == null || place >= cells.size() ? "" : cells.get(place).strip();
        }
    }

    /// Rows that follow each other and are of one request.
    private static final class Group {

        private final String origin;
        private final Rows rows;
        private String request = "";
        private int first;
        private String person = "";
        private FieldValues claim = FieldValues.of(Map.of());
        private final List<FieldValues> lines = new ArrayList<>();
        private int wrong;

        Group(String origin, Rows rows) {
            this.origin = origin;
            this.rows = rows;
        }

        void add(Row row) {
            String name = row.get("solicitud");
            if (name.isEmpty()) {
                end();
                rows.problem(row.line(), UserMessage.of("es.claimFile.missing", "solicitud"));
                return;
            }
            if (!name.equals(request)) {
                end();
                begin(name, row);
            }
            Optional<UserMessage> problem = line(row);
            if (problem.isEmpty() && lines.size() > MOST_LINES) {
                problem = Optional.of(UserMessage.of("es.claim.error.lines", MOST_LINES));
            }
            problem.ifPresent(reason -> {
                wrong = wrong == 0 ? row.line() : wrong;
                rows.problem(row.line(), reason);
            });
        }

        private void begin(String name, Row row) {
            request = name;
            first = row.line();
            String document = row.get("documento");
            Optional<LocalDate> care = day(row.get("fecha"));
            Map<String, @Nullable String> values = new HashMap<>();
            values.put(ClaimFields.PROVIDER, row.get("proveedor"));
            values.put(ClaimFields.PROVIDER_NIF, row.get("nif"));
            values.put(ClaimFields.INVOICE, row.get("factura"));
            values.put(ClaimFields.IN_NETWORK, flag(row.get("cuadro")));
            values.put(ClaimFields.TERRITORY, row.get("territorio").toUpperCase(Locale.ROOT));
            values.put(ClaimFields.CURRENCY, row.get("moneda").toUpperCase(Locale.ROOT));
            values.put(ClaimFields.RATE, row.get("cambio").replace(',', '.'));
            String received = row.get("recibida");
            Optional<LocalDate> on = day(received);
            on.ifPresent(day -> values.put(ClaimFields.RECEIVED, day.toString()));
            claim = FieldValues.of(values);
            person = document(document) + AT + care.map(LocalDate::toString).orElse("");
            if (document.isEmpty()) {
                refuse(row, UserMessage.of("es.claimFile.missing", "documento"));
            } else if (!received.isEmpty() && on.isEmpty()) {
                refuse(row, UserMessage.of("es.claimFile.day", "recibida"));
            }
        }

        private void refuse(Row row, UserMessage reason) {
            wrong = row.line();
            rows.problem(row.line(), reason);
        }

        private Optional<UserMessage> line(Row row) {
            Optional<MedicalAct> act = MedicalAct.of(row.get("acto").toUpperCase(Locale.ROOT));
            if (act.isEmpty()) {
                return Optional.of(UserMessage.of("es.claim.error.act"));
            }
            Optional<LocalDate> day = day(row.get("fecha"));
            if (day.isEmpty()) {
                return Optional.of(UserMessage.of("es.claimFile.day", "fecha"));
            }
            Optional<String> amount = amount(row.get("importe"));
            if (amount.isEmpty()) {
                return Optional.of(UserMessage.of("es.claim.error.charged"));
            }
            lines.add(FieldValues.of(Map.of(ClaimFields.ACT, act.get().name(), ClaimFields.CARE_DAY, day.get().toString(),
                    ClaimFields.CHARGED, amount.get(), ClaimFields.CONCEPT, row.get("concepto"))));
            return Optional.empty();
        }

        /// Hands the request over. An invoice is given back whole or not at all: one bad row keeps it out, and that is said.
        void end() {
            if (!request.isEmpty() && wrong == 0) {
                rows.claim(new FileClaim(first, person, claim, lines, origin + ":" + first));
            } else if (!request.isEmpty() && !lines.isEmpty()) {
                rows.problem(first, UserMessage.of("es.claimFile.leftOut", request, Integer.toString(wrong)));
            }
            request = "";
            lines.clear();
            wrong = 0;
        }
    }

    /// Documents as the tables write them, our references as they are.
    private static String document(String typed) {
        String reference = typed.toLowerCase(Locale.ROOT);
        return EsSql.key(reference).isPresent() ? reference
                : typed.replace(" ", "").replace("-", "").replace(".", "").toUpperCase(Locale.ROOT);
    }

    private static String flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "no", "n", "false" -> "false";
            case "si", "sí", "s", "true" -> "true";
            default -> text;
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.contains("/") ? LocalDate.parse(text, SPANISH_DAY) : LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// Above 0, at most two decimals; point or comma before them, nothing between thousands.
    private static Optional<String> amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text.replace(',', '.'));
            return amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2 && amount.precision() <= 12
                    ? Optional.of(amount.toPlainString()) : Optional.empty();
        } catch (NumberFormatException noAmount) {
            return Optional.empty();
        }
    }
}
