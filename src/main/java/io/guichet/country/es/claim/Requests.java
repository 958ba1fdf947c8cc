package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Makes requests of the rows of a file of invoices: rows that follow each other and have the same `solicitud` are one. A request is
/// handed over whole or not at all: one bad row keeps it out, and each of its rows is told.
final class Requests {

    private static final DateTimeFormatter SPANISH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /// How origins begin. `InvoiceStore.isEntered` knows by the first word that nobody typed these.
    private static final String ORIGIN = "file:row:";
    private static final char UNREADABLE = '\ufffd';
    private static final int MOST_LINES = 200;
    /// What is one for a whole request.
    private static final List<String> HEAD = List.of("documento", "recibida", "proveedor", "factura", "nif", "cuadro", "territorio", "moneda", "cambio");

    private final String origin;
    private final ClaimFileReader.Rows rows;
    private @Nullable Row first;
    private String person = "";
    private FieldValues claim = FieldValues.of(Map.of());
    private final List<FieldValues> lines = new ArrayList<>();
    /// Rows nothing is wrong with, for the case that another is wrong.
    private final List<Integer> good = new ArrayList<>();
    private int wrong;
    private final Map<String, Integer> seen = new HashMap<>();

    /// @param origin of the file: what requests were known by before their own content was
    Requests(String origin, ClaimFileReader.Rows rows) {
        this.origin = origin;
        this.rows = rows;
    }

    /// A row by the names of its columns.
    record Row(Map<String, Integer> columns, CSVRecord cells, int line) {

        String get(String name) {
            Integer place = columns.get(name);
            return place == null || place >= cells.size() ? "" : cells.get(place).strip();
        }

        String request() {
            return get("solicitud");
        }

        /// Bytes that are no UTF-8, or control characters.
        Optional<UserMessage> unreadable() {
            return cells.stream().anyMatch(cell -> cell.chars().anyMatch(each -> each == UNREADABLE || each < ' ' && !Character.isWhitespace(each)))
                    ? Optional.of(UserMessage.of("es.claimFile.encoding")) : Optional.empty();
        }
    }

    /// The next row of the file.
    void add(Row row) {
        if (row.request().isEmpty()) {
            end();
            rows.problem(row.line(), UserMessage.of("es.claimFile.missing", "solicitud"));
            return;
        }
        Row head = first;
        Optional<UserMessage> problem;
        if (head == null || !row.request().equals(head.request())) {
            end();
            problem = begin(row);
        } else {
            problem = differing(head, row);
        }
        problem = problem.or(row::unreadable).or(() -> line(row));
        if (problem.isEmpty() && lines.size() > MOST_LINES) {
            problem = Optional.of(UserMessage.of("es.claim.error.lines", MOST_LINES));
        }
        problem.ifPresentOrElse(reason -> {
            wrong = wrong == 0 ? row.line() : wrong;
            rows.problem(row.line(), reason);
        }, () -> good.add(row.line()));
    }

    /// Another person's document, or another invoice, under the number of the first: nobody knows whose care it was.
    private static Optional<UserMessage> differing(Row first, Row row) {
        return HEAD.stream().filter(column -> !row.get(column).isEmpty() && !same(column, first.get(column), row.get(column))).findFirst()
                .map(column -> UserMessage.of("es.claimFile.differs", column, row.request()));
    }

    private static boolean same(String column, String one, String other) {
        return switch (column) {
            case "documento" -> document(one).equals(document(other));
            case "recibida" -> one.equals(other) || day(one).isPresent() && day(one).equals(day(other));
            case "cuadro" -> flag(one).equals(flag(other));
            case "cambio" -> one.replace(',', '.').equals(other.replace(',', '.'));
            default -> one.equalsIgnoreCase(other);
        };
    }

    private Optional<UserMessage> begin(Row row) {
        first = row;
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
        person = document(document) + InvoiceFile.AT + care.map(LocalDate::toString).orElse("");
        if (document.isEmpty()) {
            return Optional.of(UserMessage.of("es.claimFile.missing", "documento"));
        }
        return received.isEmpty() || on.isPresent() ? Optional.empty() : Optional.of(UserMessage.of("es.claimFile.day", "recibida"));
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

    /// Hands the request over, or tells that it is left out.
    void end() {
        Row head = first;
        if (head != null && wrong == 0) {
            String content = content(head);
            int time = seen.merge(content, 1, Integer::sum);
            rows.claim(new FileClaim(head.line(), person, claim, lines, time == 1 ? content : content + ":" + time, origin + ":" + head.line()));
        } else if (head != null) {
            good.forEach(line -> rows.problem(line, UserMessage.of("es.claimFile.leftOut", head.request(), Integer.toString(wrong))));
        }
        first = null;
        lines.clear();
        good.clear();
        wrong = 0;
    }

    /// What the rows say: the same in every file that has them, also a corrected one. The day of receipt is none of it, for a file
    /// that does not say it says it anew each day.
    private String content(Row head) {
        TreeMap<String, String> said = new TreeMap<>(claim.asMap());
        said.remove(ClaimFields.RECEIVED);
        StringBuilder all = new StringBuilder(head.request()).append('\n').append(person).append('\n').append(said);
        lines.forEach(line -> all.append('\n').append(new TreeMap<>(line.asMap())));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return ORIGIN + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Leaves out the request that is being read: what follows it cannot be read, and may be part of it.
    void cut(String reason) {
        Row head = first;
        if (head != null) {
            good.forEach(line -> rows.problem(line, UserMessage.of(reason, head.request())));
        }
        good.clear();
        wrong = 1;
        end();
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
