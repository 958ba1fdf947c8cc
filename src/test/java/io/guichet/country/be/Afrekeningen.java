package io.guichet.country.be;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.claim.MemberPlan;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// A desk where the statements of the people of `Polissen` are decided, through the queue as anybody must.
final class Afrekeningen {

    static final String DOCTOR = Inami.complete("112233", "004");
    static final String DENTIST = Inami.complete("312233", "001");

    private final TestDatabase server;
    private final Database window;
    private final ClaimRecords records = new Belgium().claims().orElseThrow();
    private int next;

    Afrekeningen(TestDatabase server) {
        this(server, "lead");
    }

    private Afrekeningen(TestDatabase server, String account) {
        this.server = server;
        this.window = server.as(account);
    }

    /// The same desk in another window.
    Afrekeningen colleague(String member) {
        return as("lead", member);
    }

    /// Another account's, which has that member's file open.
    Afrekeningen as(String account, String member) {
        Afrekeningen other = new Afrekeningen(server, account);
        other.window.write(work -> call(work, "SELECT directory.open_file('BE', 'member', ?, 'decide')", member));
        return other;
    }

    void reset() throws SQLException {
        new Polissen(server).reset();
        server.run("TRUNCATE be.zorgverlener, be.ziekenhuis, reimbursement.work, reimbursement.fingerprint, reimbursement.tally CASCADE");
        server.run("INSERT INTO be.zorgverlener (inami, naam, beroep, conventie) VALUES (?, 'Peeters', 'ARTS', 'VOLLEDIG'), (?, 'Claes', 'TANDARTS', 'NIET')",
                DOCTOR, DENTIST);
        server.run("INSERT INTO be.ziekenhuis (erkenning, naam, postcode, gemeente, partner_sinds) VALUES ('710', 'Sint-Jan', '9000', 'Gent', NULL), "
                + "('720', 'Sint-Lucas', '9000', 'Gent', '2020-01-01')");
        server.run("INSERT INTO be.bankrekening (verzekerde, iban) VALUES (?, 'BE68539007547034'), (?, 'BE43068999999501')", Polissen.HEAD, Polissen.COLLEAGUE);
        for (String member : List.of(Polissen.HEAD, Polissen.PARTNER, Polissen.COLLEAGUE)) {
            window.write(work -> call(work, "SELECT directory.open_file('BE', 'member', ?, 'decide')", member));
        }
    }

    /// @param more names of further fields and their values
    static FieldValues line(String code, String day, String charged, String... more) {
        Map<String, String> values = new HashMap<>(Map.of("be.claimLine.act", code, "be.claimLine.careDay", day, "be.claimLine.charged", charged));
        for (int i = 0; i < more.length; i += 2) {
            values.put("be.claimLine." + more[i], more[i + 1]);
        }
        return FieldValues.of(values);
    }

    private static ClaimIntake intake(String member, String origin, Map<String, String> claim, FieldValues... lines) {
        Map<String, String> values = new HashMap<>(claim);
        values.putIfAbsent("be.claim.received", "2026-10-01");
        // as files bring them, unless a test says that somebody entered them
        return new ClaimIntake(member, FieldValues.of(values), List.of(lines), origin.contains(":") ? origin : "file:" + origin);
    }

    Received tryReceive(String member, String origin, Map<String, String> claim, FieldValues... lines) {
        return window.write(work -> records.receive(work, intake(member, origin, claim, lines)));
    }

    String receive(String member, String origin, FieldValues... lines) {
        return receive(member, origin, Map.of(), lines);
    }

    String receive(String member, String origin, Map<String, String> claim, FieldValues... lines) {
        Received received = tryReceive(member, origin, claim, lines);
        if (received instanceof Received.Written(String written)) {
            return written;
        }
        throw new AssertionError(received.toString());
    }

    /// Why it is refused: `field text`.
    List<String> refusals(String member, Map<String, String> claim, FieldValues... lines) {
        Received received = tryReceive(member, "try" + next++, claim, lines);
        if (received instanceof Received.Refused(var problems)) {
            return problems.stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
        }
        throw new AssertionError(received.toString());
    }

    /// What is found in a statement that stays undecided.
    List<String> findings(String member, Map<String, String> claim, FieldValues... lines) {
        return assess(receive(member, "find" + next++, claim, lines)).findings().stream().map(finding -> finding.code().name()).toList();
    }

    Received revise(String claim, FieldValues... lines) {
        return window.write(work -> records.revise(work, claim, intake(Polissen.HEAD, "again", Map.of(), lines)));
    }

    Assessment assess(String claim) {
        return window.write(work -> records.assess(work, claim));
    }

    ClaimFile find(String claim) {
        return window.<ClaimFile>read(work -> records.find(work, claim).orElseThrow());
    }

    Map<String, Object> simulation(String member, LocalDate day) {
        return window.<Map<String, Object>>read(work -> records.simulation(work, member, day).orElseThrow());
    }

    List<MemberPlan> plans(String member, LocalDate day) {
        return window.<List<MemberPlan>>read(work -> records.plans(work, member, day));
    }

    /// What becomes of each claim of a file: line and outcome.
    List<String> importFile(String text) throws IOException {
        List<String> outcomes = new ArrayList<>();
        ClaimFileReader reader = records.files().getFirst();
        reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file:1", new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                String member = window.<Map<String, String>>read(work -> reader.members(work, List.of(claim.person()))).get(claim.person());
                outcomes.add(claim.line() + " " + (member == null ? "nobody"
                        : outcome(window.<Received>write(work -> records.receive(work, claim.of(member))))));
            }

            @Override
            public void problem(int line, UserMessage reason) {
                outcomes.add(line + " " + reason.key());
            }
        });
        return outcomes;
    }

    private static String outcome(Received received) {
        return received instanceof Received.Refused(var problems) ? problems.getFirst().message().key() : received.getClass().getSimpleName();
    }

    /// As the rules say.
    ClaimDecision approve(String claim) {
        return window.write(work -> approve(work, claim));
    }

    private ClaimDecision approve(UnitOfWork work, String claim) {
        begin(work, claim, "APPROVE");
        ClaimDecision decision = records.assess(work, claim).decision();
        records.accept(work, claim, decision);
        finish(work, claim);
        return decision;
    }

    /// Does something else before the decision is committed.
    <T> CompletableFuture<T> approveWhile(String claim, Supplier<CompletableFuture<T>> meanwhile) {
        return window.write(work -> {
            approve(work, claim);
            return meanwhile.get();
        });
    }

    /// Attaches a paper.
    ///
    /// @param content what is on it
    void attach(String claim, String type, String content) {
        window.write(work -> call(work, "SELECT reimbursement.attach('BE', ?, '" + type + "', 'paper.txt', 'text/plain', '" + content + "'::bytea)", claim));
    }

    void reopen(String claim) {
        decide(claim, "REOPEN", (known, work) -> known.reopen(work, claim));
    }

    void decide(String claim, String kind, BiConsumer<ClaimRecords, UnitOfWork> how) {
        window.write(work -> {
            begin(work, claim, kind);
            how.accept(records, work);
            finish(work, claim);
            return claim;
        });
    }

    /// Writes without telling the queue.
    void unannounced(BiConsumer<ClaimRecords, UnitOfWork> how) {
        window.write(work -> {
            how.accept(records, work);
            return next;
        });
    }

    /// What one statement of SQL changes, in rows.
    int write(String sql, String argument) {
        return window.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, argument);
                return statement.executeUpdate();
            }
        }));
    }

    private static void begin(UnitOfWork work, String claim, String kind) {
        if (!kind.equals("REOPEN")) {
            call(work, "SELECT reimbursement.take('BE', ?)", claim);
        }
        String answer = call(work, "SELECT reimbursement.begin('BE', ?, '" + kind + "', 'TEST', '', '[]', NULL, NULL)", claim);
        if (!answer.equals("OK")) {
            throw new AssertionError(answer);
        }
    }

    private static void finish(UnitOfWork work, String claim) {
        call(work, "SELECT reimbursement.finish('BE', ?, '{}')", claim);
    }

    private static String call(UnitOfWork work, String sql, String argument) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, argument);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return String.valueOf(row.getString(1));
                }
            }
        });
    }
}
