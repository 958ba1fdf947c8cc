package io.guichet.bootstrap.benchmark;

import io.guichet.directory.Directory;
import io.guichet.directory.internal.SomeMembers;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Opening a member file, recorded as always, beside reading the same rows with plain SQL.
final class MemberOpenBenchmark implements Benchmark.OnDatabase {

    private static final int MEMBERS = 600;
    private static final int WARM_UP = 200;

    @Override
    public String name() {
        return "member-open";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        Directory directory = subject.components().directory();
        Database database = subject.database();
        Map<String, List<String>> questions = new HashMap<>();
        Durations opening = new Durations();
        Durations raw = new Durations();
        List<FileRef> members = SomeMembers.of(database, MEMBERS);
        members.stream().map(FileRef::country).distinct().forEach(country -> questions.put(country.folder(),
                database.read(work -> work.sql(connection -> questions(connection, country.folder())))));
        for (FileRef member : members.subList(0, Math.min(WARM_UP, members.size()))) {
            measure(directory, database, questions, member, new Durations(), new Durations());
        }
        for (FileRef member : members) {
            measure(directory, database, questions, member, opening, raw);
        }
        if (opening.count() == 0) {
            return List.of();
        }
        return List.of(
                Figure.ofMicros("member-open.p50", opening.percentile(50), raw.percentile(50)),
                Figure.ofMicros("member-open.p95", opening.percentile(95), raw.percentile(95)));
    }

    private static void measure(Directory directory, Database database, Map<String, List<String>> questions,
                                FileRef member, Durations opening, Durations raw) {
        long start = System.nanoTime();
        boolean there = directory.open(member, "benchmark").isPresent();
        long opened = System.nanoTime();
        database.read(work -> work.sql(connection ->
                read(connection, questions.getOrDefault(member.country().folder(), List.of()), member)));
        long read = System.nanoTime();
        if (there) {
            opening.addNanos(opened - start);
            raw.addNanos(read - opened);
        }
        directory.close(member);
    }

    /// One SELECT for each table of the country that holds a part of a member: the tables whose trail names a member.
    private static List<String> questions(Connection connection, String schema) throws SQLException {
        String sql = """
                SELECT format('SELECT * FROM %s WHERE %I = ?::text::%s', t.tgrelid::regclass,
                              split_part(encode(t.tgargs, 'escape'), '\\000', 2), format_type(a.atttypid, a.atttypmod))
                FROM pg_trigger t
                JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'track'
                JOIN pg_class c ON c.oid = t.tgrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ?
                JOIN pg_attribute a ON a.attrelid = c.oid
                    AND a.attname = split_part(encode(t.tgargs, 'escape'), '\\000', 2)
                WHERE split_part(encode(t.tgargs, 'escape'), '\\000', 1) = 'member'
                  AND has_table_privilege(c.oid, 'SELECT')
                ORDER BY 1""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                List<String> questions = new ArrayList<>();
                while (row.next()) {
                    questions.add(row.getString(1));
                }
                return questions;
            }
        }
    }

    private static int read(Connection connection, List<String> questions, FileRef member) throws SQLException {
        int rows = 0;
        for (String question : questions) {
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setString(1, member.reference());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
