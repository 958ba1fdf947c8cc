package io.guichet.directory.internal;

import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.directory.internal.SearchQuery.Reading;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.CancellableReads;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks the search index. All readings of a text are one question to the database.
final class EntrySearch {

    private static final int SHOWN_DIGITS = 4;
    private static final String ASK = """
            SELECT %d AS reading, f.* FROM directory.search(?, ?, ?, ?, ?, ?)
                WITH ORDINALITY AS f (country, kind, reference, label, detail, birth_date, rank, what, key, place)""";
    /// One row always comes, to say how long the server took.
    private static final String FRAME = """
            SELECT s.*, (extract(epoch FROM clock_timestamp() - statement_timestamp()) * 1000000)::bigint AS micros
            FROM (VALUES (1)) AS always (one) LEFT JOIN (%s) s ON true
            ORDER BY s.reading, s.place""";

    private final CancellableReads reads;
    private final Clock clock;

    EntrySearch(Database database, Clock clock) {
        this.reads = new CancellableReads(database);
        this.clock = clock;
    }

    SearchResult search(SearchRequest request) {
        List<Reading> readings = SearchQuery.parse(request.text(), request.locale(), LocalDate.now(clock)).readings();
        if (readings.isEmpty()) {
            return new SearchResult(List.of(), Duration.ZERO);
        }
        return reads.read(work -> work.sql(connection -> ask(connection, request, readings)));
    }

    /// The rows of `files` that this person may see, in that order.
    List<SearchRow> rows(List<FileRef> files) {
        return reads.read(work -> work.sql(connection -> rows(connection, files)));
    }

    private static SearchResult ask(Connection connection, SearchRequest request, List<Reading> readings)
            throws SQLException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            questions.add(ASK.formatted(i));
        }
        try (PreparedStatement statement =
                     connection.prepareStatement(FRAME.formatted(String.join(" UNION ALL ", questions)))) {
            int place = 1;
            for (Reading reading : readings) {
                statement.setArray(place++, texts(connection, reading.words()));
                statement.setArray(place++, texts(connection, reading.keys()));
                statement.setArray(place++, connection.createArrayOf("date", reading.births().toArray()));
                statement.setArray(place++, texts(connection,
                        request.countries().stream().map(CountryCode::value).sorted().toList()));
                statement.setArray(place++, texts(connection,
                        request.kinds().stream().map(FileKind::code).sorted().toList()));
                statement.setInt(place++, request.limit());
            }
            Map<FileRef, SearchRow> found = new LinkedHashMap<>();
            long micros = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    micros = Math.max(micros, row.getLong("micros"));
                    if (row.getString("reference") != null && found.size() < request.limit()) {
                        FileRef ref = ref(row);
                        if (!found.containsKey(ref)) {
                            found.put(ref, row(row, ref, readings.get(row.getInt("reading"))));
                        }
                    }
                }
            }
            return new SearchResult(List.copyOf(found.values()), Duration.ofNanos(micros * 1000));
        }
    }

    private static List<SearchRow> rows(Connection connection, List<FileRef> files) throws SQLException {
        String sql = """
                SELECT e.country, e.kind, e.reference, e.label, e.detail, e.birth_date
                FROM unnest(?::text[], ?::text[], ?::text[]) AS f (country, kind, reference)
                JOIN directory.entry e USING (country, kind, reference)""";
        Map<FileRef, SearchRow> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(connection, files.stream().map(file -> file.country().value()).toList()));
            statement.setArray(2, texts(connection, files.stream().map(file -> file.kind().code()).toList()));
            statement.setArray(3, texts(connection, files.stream().map(FileRef::reference).toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    FileRef ref = ref(row);
                    found.put(ref, new SearchRow(ref, row.getString("label"), row.getString("detail"),
                            row.getObject("birth_date", LocalDate.class), List.of(), null));
                }
            }
        }
        return files.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static java.sql.Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static FileRef ref(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new FileRef(new CountryCode(row.getString("country")),
                FileKind.ofCode(kind).orElseThrow(() -> new SQLException("unknown kind " + kind)),
                row.getString("reference"));
    }

    private static SearchRow row(ResultSet row, FileRef ref, Reading reading) throws SQLException {
        String label = row.getString("label");
        String what = row.getString("what");
        @Nullable String key = row.getString("key");
        List<SearchRow.Hit> hits =
                new ArrayList<>(Highlights.ofWords(label, reading.words(), what.equals("similar")));
        if (hits.isEmpty() && key != null) {
            List<String> spellings = new ArrayList<>(reading.keys());
            spellings.add(key);
            hits.addAll(Highlights.ofKeys(label, spellings));
        }
        boolean explained = !hits.isEmpty() && (key == null || reading.words().isEmpty());
        return new SearchRow(ref, label, row.getString("detail"), row.getObject("birth_date", LocalDate.class),
                Collections.unmodifiableList(hits), explained ? null : because(ref, what, key));
    }

    /// Why a row matched when its label does not show it. Never a whole national identifier or account number.
    private static @Nullable UserMessage because(FileRef ref, String what, @Nullable String key) {
        String identifier = key == null ? "" : key;
        String end = identifier.substring(Math.max(0, identifier.length() - SHOWN_DIGITS));
        return switch (what) {
            case "national_id" -> UserMessage.of("directory.search.because.nationalId");
            case "phone", "phone_national" -> UserMessage.of("directory.search.because.phone", end);
            case "iban" -> UserMessage.of("directory.search.because.iban", end);
            case "email" -> UserMessage.of("directory.search.because.email", identifier);
            case "contract" -> UserMessage.of("directory.search.because.contract", identifier);
            case "claim" -> UserMessage.of("directory.search.because.claim", identifier);
            case "company" -> UserMessage.of("directory.search.because.company", identifier);
            // The reference as the country writes it: the key has lost its separators.
            case "member" -> UserMessage.of("directory.search.because.member", ref.reference());
            case "account" -> UserMessage.of("directory.search.because.account", ref.reference());
            case "birth" -> UserMessage.of("directory.search.because.birth");
            case "similar" -> UserMessage.of("directory.search.because.similar");
            case "name" -> UserMessage.of("directory.search.because.otherName");
            default -> null;
        };
    }
}
