package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a call asks about a Spanish member, from the role that answers it.
class EsMemberCoverTest extends SpanishPolicies {

    private static final int HISTORY = 5_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private final MemberCover cover = SPAIN.cover().orElseThrow();
    private @Nullable Database care;
    private String member = "";

    /// Somebody with a long history on a policy that reimburses.
    @BeforeAll
    void makeAHistory() throws SQLException {
        care = DATABASE.as("care.es");
        member = DATABASE.query("""
                SELECT a.id FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza
                JOIN es.poliza_modalidad pm ON pm.poliza = p.id AND pm.hasta IS NULL
                JOIN es.modalidad m ON m.id = pm.modalidad
                WHERE m.tipo IN ('REEMBOLSO', 'MIXTA') AND a.fecha_alta < '2019-01-01' AND a.fecha_baja IS NULL AND p.fin IS NULL
                    AND a.titular = a.id
                    AND NOT EXISTS (SELECT FROM es.poliza_suspension s WHERE s.poliza = p.id AND s.hasta IS NULL)
                ORDER BY a.id LIMIT 1""").getFirst();
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            assertThat(SPAIN.sample().writeClaims(connection, member, HISTORY, 3)).isEqualTo(HISTORY);
            connection.commit();
        }
        DATABASE.run("ANALYZE");
    }

    private Database care() {
        return Objects.requireNonNull(care);
    }

    private static void open(Database database, String member) {
        database.write(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT directory.open_file('ES', 'member', ?, 'call')")) {
                statement.setString(1, member);
                return statement.execute();
            }
        }));
    }

    @Test
    void healthDataIsThereOnlyWhileTheFileIsOpen() {
        Database other = DATABASE.as("care.es");
        assertThat(DATABASE.as("care").<List<Cover>>read(work -> cover.covers(work, member, TODAY))).hasSize(1);
        assertThat(DATABASE.as("auditor").<Page<ClaimLine>>read(work -> cover.claims(work, member, HistoryRequest.newest(TODAY, 20))).rows())
                .isEmpty();
        assertThat(DATABASE.as("auditor").<List<Allowance>>read(work -> cover.allowances(work, member, TODAY))).isEmpty();
        open(other, member);
        assertThat(other.<Page<ClaimLine>>read(work -> cover.claims(work, member, HistoryRequest.newest(TODAY, 20))).rows()).hasSize(20);
        assertThat(other.<List<Allowance>>read(work -> cover.allowances(work, member, TODAY)))
                .anySatisfy(allowance -> assertThat(allowance.used()).isPositive());
    }

    @Test
    void theHistoryIsPagedWithoutGapsNewestFirst() {
        open(care(), member);
        List<String> seen = new ArrayList<>();
        HistoryRequest.@Nullable Place after = null;
        boolean more = true;
        while (more) {
            HistoryRequest request = new HistoryRequest(TODAY, after, 487);
            Page<ClaimLine> page = care().read(work -> cover.claims(work, member, request));
            page.rows().forEach(row -> seen.add(row.number()));
            after = page.rows().getLast().place();
            more = page.more();
        }
        assertThat(seen).isEqualTo(DATABASE.query(
                "SELECT numero FROM es.solicitud_reembolso WHERE asegurado = ?::uuid ORDER BY primer_dia DESC, id DESC", member));
        assertThat(care().<Page<ClaimLine>>read(work -> cover.claims(work, member, HistoryRequest.newest(LocalDate.of(2020, 1, 1), 5))).rows())
                .allSatisfy(row -> assertThat(row.day()).isBeforeOrEqualTo("2020-01-01"));
        Page<PaymentLine> payments = care().read(work -> cover.payments(work, member, HistoryRequest.newest(TODAY, 30)));
        assertThat(payments.rows()).hasSize(30).allSatisfy(row -> assertThat(row.accountEnd()).hasSize(4));
        assertThat(payments.rows()).isSortedAccordingTo((a, b) -> b.day().compareTo(a.day()));
    }

    /// Flat: a page reads so many rows of its index, whatever lies behind it.
    @Test
    void aPageReadsARangeOfAnIndex() throws SQLException {
        for (String sql : List.of(EsCoverSql.CLAIMS, EsCoverSql.PAYMENTS)) {
            try (Connection connection = DATABASE.connect(); PreparedStatement statement = connection.prepareStatement(
                    "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + sql)) {
                statement.setObject(1, TODAY);
                statement.setObject(2, new UUID(-1, -1));
                statement.setObject(3, 21);
                statement.setObject(4, UUID.fromString(member));
                statement.setObject(5, 21);
                StringBuilder plan = new StringBuilder();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        plan.append(row.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString()).contains("Index Cond").doesNotContain("Seq Scan on solicitud_reembolso")
                        .doesNotContain("rows=5000");
                assertThat(plan.toString()).containsPattern("solicitud_reembolso_(historia|pagos) on solicitud_reembolso r \\(actual rows=2[01]");
            }
        }
    }

    @Test
    void coversAreOfThePersonAsOfADay() {
        List<Cover> now = care().read(work -> cover.covers(work, member, TODAY));
        assertThat(now).hasSize(1).allSatisfy(each -> assertThat(each.state()).isEqualTo(Cover.State.RUNNING));
        assertThat(care().<List<Cover>>read(work -> cover.covers(work, member, now.getFirst().from().minusDays(1))))
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(Cover.State.COMING));
        String left = DATABASE.query("""
                SELECT a.id FROM es.asegurado a WHERE a.fecha_baja IS NOT NULL
                    AND NOT EXISTS (SELECT FROM es.asegurado o WHERE o.persona = a.persona AND o.id <> a.id) ORDER BY 1 LIMIT 1""").getFirst();
        assertThat(care().<List<Cover>>read(work -> cover.covers(work, left, TODAY.plusYears(1))))
                .hasSize(1).allSatisfy(each -> assertThat(each.state()).isEqualTo(Cover.State.ENDED));
        assertThat(care().<List<Cover>>read(work -> cover.covers(work, "nobody", TODAY))).isEmpty();
    }

    /// Who joined lately waits for what the product makes wait.
    @Test
    void waitingPeriodsAreTold() {
        List<String> family = family();
        String policy = family.getFirst();
        DATABASE.run("UPDATE es.poliza_modalidad SET modalidad = ? WHERE poliza = ?::uuid", EsCatalogue.key("MIXTA-80"), policy);
        String newcomer = apply(policy, EsAmendments.ENROL, TODAY, null, Map.of("es.member.firstNames", "Iria",
                "es.member.firstSurname", "Espera", "es.member.sex", "M", "es.member.birthDate", "1990-01-01",
                "es.amendment.enrol.kinship", "OTRO")).members().iterator().next().reference();
        assertThat(care().<List<Cover>>read(work -> cover.covers(work, newcomer, TODAY)).getFirst().notes())
                .filteredOn(note -> note.arguments().contains(EsWords.act("PARTO")))
                .allSatisfy(note -> assertThat(note.arguments()).contains(LocalDate.of(2027, 6, 29))).hasSize(1);
        assertThat(care().<List<Relative>>read(work -> cover.household(work, newcomer, TODAY))).hasSizeGreaterThanOrEqualTo(3)
                .first().satisfies(head -> assertThat(head.member().reference()).isEqualTo(family.getLast()));
    }

    /// What a person used before they left and came back is read in either file; limits are those of today's cover.
    @Test
    void whoCameBackHasOneHistory() {
        List<String> rows = DATABASE.query("""
                SELECT a.id FROM es.asegurado a JOIN es.asegurado o ON o.persona = a.persona AND o.id <> a.id
                WHERE a.fecha_baja IS NULL ORDER BY 1 LIMIT 1""");
        String earlier = DATABASE.query("SELECT o.id FROM es.asegurado a JOIN es.asegurado o ON o.persona = a.persona AND o.id <> a.id "
                + "WHERE a.id = ?::uuid", rows.getFirst()).getFirst();
        DATABASE.run("INSERT INTO es.solicitud_reembolso (numero, asegurado, recibida, primer_dia, estado) "
                + "SELECT 'R202688888888', id, fecha_baja, fecha_baja, 'RECIBIDA' FROM es.asegurado WHERE id = ?::uuid", earlier);
        open(care(), rows.getFirst());
        assertThat(care().<Page<ClaimLine>>read(work -> cover.claims(work, rows.getFirst(), HistoryRequest.newest(TODAY, 500))).rows())
                .extracting(ClaimLine::number).contains("R202688888888");
        assertThat(care().<List<Cover>>read(work -> cover.covers(work, earlier, TODAY))).extracting(Cover::state)
                .doesNotContain(Cover.State.ENDED);
    }
}
