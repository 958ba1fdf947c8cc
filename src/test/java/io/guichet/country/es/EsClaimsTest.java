package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Received;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Requests from their arrival to their decision, on the real database.
class EsClaimsTest extends SpanishRequests {

    @Test
    void aRequestIsReceivedAssessedAcceptedAndTakenBack() {
        String member = person("MIXTA-80", "2020-01-01");
        accepted(received(member, line("URGENCIA", "2026-01-10", "100.00")));
        List<String> before = counters(member);
        String claim = received(member, line("CONSULTA", "2026-09-01", "100.00"), line("ESPECIALISTA", "2025-12-31", "300.00"));
        assertThat(queue(claim)).containsExactly("RECEIVED 400.00 0.00");
        assertThat(file(claim).state()).isEqualTo(ClaimState.RECEIVED);
        assertThat(assessed(claim).findings()).isEmpty();

        ClaimDecision decision = accepted(claim);
        assertThat(decision.lines()).extracting(LineDecision::insurerPaid).as("80 % within 90 and 130 an act")
                .containsExactly(Money.euros(8_000), Money.euros(13_000));
        assertThat(counters(member)).containsExactly("2025 ESPECIALISTA 130.00", "2026 CONSULTA 80.00", "2026 URGENCIA 80.00");
        assertThat(queue(claim)).containsExactly("ACCEPTED 400.00 210.00");
        ClaimFile file = file(claim);
        assertThat(file.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(file.number()).matches("R2026[0-9]{8}");
        assertThat(file.decision()).contains(decision);

        owner().write(work -> {
            records.reopen(work, claim);
            return claim;
        });
        assertThat(counters(member)).isEqualTo(before);
        assertThat(queue(claim)).containsExactly("RECEIVED 400.00 0.00");
        assertThat(file(claim).decision()).isEmpty();
        assertThat(accepted(claim)).as("decided again alike").isEqualTo(decision);
        assertThatThrownBy(() -> accepted(claim)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsPaidCanBeTakenBackToo() {
        String member = person("REEMBOLSO-90", "2020-01-01");
        String claim = received(member, line("CONSULTA", "2026-09-01", "100.00"));
        accepted(claim);
        DATABASE.run("UPDATE es.solicitud_reembolso SET estado = 'PAGADA', pagada = '2026-10-20', cuenta_final = '1332' WHERE id = ?::uuid", claim);
        assertThat(queue(claim)).isEmpty();
        assertThat(file(claim).paidOn()).contains(LocalDate.of(2026, 10, 20));
        owner().write(work -> {
            records.reopen(work, claim);
            return claim;
        });
        assertThat(counters(member)).isEmpty();
        assertThat(queue(claim)).containsExactly("RECEIVED 100.00 0.00");
        assertThat(file(claim).paidOn()).isEmpty();
    }

    @Test
    void pendingAndRefusingPayNothing() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String claim = received(member, line("CONSULTA", "2026-09-01", "100.00"));
        owner().write(work -> {
            records.pend(work, claim);
            return claim;
        });
        assertThat(queue(claim)).containsExactly("PENDED 100.00 0.00");
        for (String reason : records.rejections()) {
            owner().write(work -> {
                records.reject(work, claim, reason);
                records.reopen(work, claim);
                records.reject(work, claim, reason);
                return claim;
            });
            assertThat(file(claim).state()).isEqualTo(ClaimState.REJECTED);
            assertThat(queue(claim)).isEmpty();
            owner().write(work -> {
                records.reopen(work, claim);
                return claim;
            });
        }
        assertThat(counters(member)).isEmpty();
    }

    @Test
    void limitsAreTheDatabasesToo() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            claims.add(received(member, line("CONSULTA", "2026-06-%02d".formatted(i + 1), "200.00")));
        }
        ClaimDecision stale = assessed(claims.getLast()).decision();
        claims.subList(0, 20).forEach(this::accepted);
        assertThat(counters(member)).as("20 × 90.00").containsExactly("2026 CONSULTA 1800.00");
        assertThat(assessed(claims.getLast()).findings()).extracting(Finding::code).containsExactly(Finding.Code.OVER_LIMIT);
        assertThatThrownBy(() -> owner().write(work -> {
            records.accept(work, claims.getLast(), stale);
            return stale;
        })).isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.RULE_BROKEN));
        assertThat(accepted(claims.getLast()).insurerPaid()).isEqualTo(Money.ZERO);
        assertThat(counters(member)).containsExactly("2026 CONSULTA 1800.00");
    }

    @Test
    void theCapitalOfAFirstYearIsTheDatabasesToo() {
        // 1 of 365 days of 120,000.00 = 328.77
        String member = person("REEMBOLSO-80", "2025-12-31");
        String claim = received(member, line("URGENCIA", "2025-12-31", "700.00"));
        assertThat(codes(claim)).containsExactly(Finding.Code.OVER_LIMIT);
        LineDecision line = assessed(claim).decision().lines().getFirst();
        assertThat(line.insurerPaid()).isEqualTo(Money.euros(32_877));
        ClaimDecision generous = new ClaimDecision(List.of(line.adjusted(Money.euros(32_878),
                new Step("ADJUSTED", Money.euros(1), UserMessage.of("es.step.CAPITAL"), "", List.of()), List.of())));
        assertThatThrownBy(() -> owner().write(work -> {
            records.accept(work, claim, generous);
            return claim;
        })).isInstanceOf(DatabaseFailure.class);
        accepted(claim);
        assertThat(counters(member)).containsExactly("2025 URGENCIA 328.77");
    }

    @Test
    void clerksWhoDecideAtOnceOverdrawNothing() throws Exception {
        String member = person("REEMBOLSO-80", "2020-01-01");
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            claims.add(received(member, line("FISIOTERAPIA", "2026-06-%02d".formatted(i + 1), "100.00"), line("CONSULTA", "2026-07-%02d".formatted(i + 1), "150.00")));
        }
        DATABASE.run("INSERT INTO es.autorizacion (numero, asegurado, acto, centro, concedida, valida_hasta) "
                + "VALUES ('A202600000778', ?::uuid, 'FISIOTERAPIA', 'Vega', '2026-01-01', '2026-12-31')", member);
        int clerks = 5;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Long>> paid = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clerks)) {
            for (int clerk = 0; clerk < clerks; clerk++) {
                int first = clerk;
                paid.add(pool.submit(() -> {
                    start.await();
                    long sum = 0;
                    for (int i = first; i < claims.size(); i += clerks) {
                        sum += accepted(claims.get(i)).insurerPaid().minor();
                    }
                    return sum;
                }));
            }
            start.countDown();
        }
        long sum = 0;
        for (Future<Long> each : paid) {
            sum += each.get();
        }
        assertThat(counters(member)).containsExactly("2026 CONSULTA 1800.00", "2026 FISIOTERAPIA 800.00");
        assertThat(sum).isEqualTo(260_000);
        for (String claim : claims) {
            owner().write(work -> {
                records.reopen(work, claim);
                return claim;
            });
        }
        assertThat(counters(member)).isEmpty();
    }

    @Test
    void aMembersPlanCanBeTriedOut() throws Exception {
        String member = person("MIXTA-80", "2020-01-01");
        accepted(received(member, line("CONSULTA", "2026-01-10", "100.00")));
        Map<String, Object> plan = owner().read(work -> records.simulation(work, member, LocalDate.of(2026, 9, 1))).orElseThrow();
        Map<String, Object> claim = new HashMap<>(plan);
        claim.put("lines", List.of(Map.of("act", "CONSULTA", "careDate", "2026-09-01", "charged", "100.00", "territory", "ES", "inNetwork", false)));
        assertThat(new Spain().adjudication().orElseThrow().simulate(ClaimInput.of(claim, "")).insurerPaid()).isEqualTo(Money.euros(8_000));
        assertThat(owner().<Boolean>read(work -> records.simulation(work, member, LocalDate.of(2019, 9, 1)).isEmpty())).isTrue();
        assertThat(((Map<?, ?>) plan.get("plan")).get("usedThisYear")).isEqualTo("80.00");
    }

    @Test
    void staffSeeAndDecideWhatTheyHaveOpen() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        Database clerk = DATABASE.as("operations");
        ClaimIntake intake = intake(member, "S1", line("CONSULTA", "2026-09-01", "50.00"));
        assertThatThrownBy(() -> clerk.write(work -> records.receive(work, intake))).as("not open").isInstanceOf(DatabaseFailure.class);
        open(clerk, "member", member);
        String claim = ((Received.Written) clerk.write(work -> records.receive(work, intake))).claim();
        assertThat(clerk.<Assessment>write(work -> records.assess(work, claim)).findings()).isEmpty();
        assertThatThrownBy(() -> clerk.write(work -> accept(records, work, claim))).as("not announced").isInstanceOf(DatabaseFailure.class);
        clerk.write(work -> {
            ask(work, "SELECT reimbursement.begin('ES', ?, 'AUTO', '', '', '[]', NULL, NULL)", claim);
            accept(records, work, claim);
            ask(work, "SELECT reimbursement.finish('ES', ?, '{}')", claim);
            return claim;
        });
        assertThat(counters(member)).containsExactly("2026 CONSULTA 40.00");
        assertThatThrownBy(() -> clerk.write(work -> work.sql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE es.factura_linea SET reembolso = 41 WHERE solicitud = '" + claim + "'");
            }
        }))).as("lines of a decided request stay").isInstanceOf(DatabaseFailure.class);
        Database care = DATABASE.as("care.es");
        assertThat(care.<Boolean>read(work -> records.find(work, claim).isEmpty())).isTrue();
        open(care, "claim", claim);
        assertThat(care.<Boolean>read(work -> records.find(work, claim).isPresent())).isTrue();
        open(care, "member", member);
        assertThatThrownBy(() -> care.write(work -> records.receive(work, intake(member, "S2", line("CONSULTA", "2026-09-02", "50.00")))))
                .as("care enters no requests").isInstanceOf(DatabaseFailure.class);
    }

    /// Put off, revised, refused, taken back, decided, paid and taken back again, as the queue announces it.
    @Test
    void staffWorkOnARequestInEveryWay() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        Database clerk = DATABASE.as("operations");
        open(clerk, "member", member);
        String claim = ((Received.Written) clerk.write(work -> records.receive(work,
                intake(member, "W1", line("CONSULTA", "2026-09-01", "50.00"), line("CONSULTA", "2026-09-02", "50.00"))))).claim();
        announced(clerk, claim, "PEND", work -> records.pend(work, claim));
        clerk.write(work -> records.revise(work, claim, intake(member, "W1", line("ESPECIALISTA", "2026-09-01", "60.00"))));
        assertThat(queue(claim)).containsExactly("PENDED 60.00 0.00");
        clerk.write(work -> {
            ask(work, "SELECT reimbursement.take('ES', ?)", claim);
            return claim;
        });
        announced(clerk, claim, "REJECT", work -> records.reject(work, claim, "OTHER"));
        announced(clerk, claim, "REOPEN", work -> records.reopen(work, claim));
        announced(clerk, claim, "APPROVE", work -> accept(records, work, claim));
        assertThat(queue(claim)).containsExactly("ACCEPTED 60.00 48.00");
        DATABASE.run("UPDATE es.solicitud_reembolso SET estado = 'PAGADA', pagada = '2026-10-20', cuenta_final = '1332' WHERE id = ?::uuid", claim);
        for (String rewritten : List.of("pagada = pagada + 1", "cuenta_final = '9999'", "cuenta_final = NULL", "recibida = recibida - 1",
                "proveedor = 'Otro'")) {
            assertThatThrownBy(() -> clerk.write(work -> work.sql(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("UPDATE es.solicitud_reembolso SET " + rewritten + ", version = version + 1 WHERE id = '" + claim + "'");
                }
            }))).as(rewritten).isInstanceOf(DatabaseFailure.class);
        }
        announced(clerk, claim, "REOPEN", work -> records.reopen(work, claim));
        assertThat(counters(member)).isEmpty();
        assertThat(DATABASE.query("SELECT paid || ' ' || state FROM reimbursement.difference WHERE claim = ?", claim)).containsExactly("48.00 OPEN");
    }

    private static void announced(Database clerk, String claim, String kind, Consumer<UnitOfWork> change) {
        clerk.write(work -> {
            ask(work, "SELECT reimbursement.begin('ES', ?, '" + kind + "', 'OTHER', '', '[]', NULL, NULL)", claim);
            change.accept(work);
            ask(work, "SELECT reimbursement.finish('ES', ?, '{}')", claim);
            return claim;
        });
    }

    @Test
    void aPersonMayDecideOtherwiseThanTheRulesWithinTheLimits() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String claim = received(member, line("CONSULTA", "2026-09-01", "100.00"));
        LineDecision line = assessed(claim).decision().lines().getFirst();
        Step why = new Step("ADJUSTED", Money.euros(1_500), UserMessage.of("es.step.PER_ACT", UserMessage.of("es.step.NOT_COVERED")), "", List.of());
        ClaimDecision adjusted = new ClaimDecision(List.of(line.adjusted(Money.euros(9_500), why, List.of())));
        owner().write(work -> {
            records.accept(work, claim, adjusted);
            return claim;
        });
        assertThat(file(claim).decision().orElseThrow().lines().getFirst().steps()).last().isEqualTo(why);
        assertThat(counters(member)).containsExactly("2026 CONSULTA 95.00");
        assertThat(queue(claim)).containsExactly("ACCEPTED 100.00 95.00");
    }

    private static void open(Database database, String kind, String reference) {
        database.write(work -> {
            ask(work, "SELECT directory.open_file('ES', '" + kind + "', ?, 'decide')", reference);
            return reference;
        });
    }

    private static void ask(UnitOfWork work, String sql, String argument) {
        work.sql(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, argument);
                return statement.execute();
            }
        });
    }
}
