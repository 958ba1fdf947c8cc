package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.Money;
import io.guichet.platform.database.DatabaseFailure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What comes in, and what is found about it.
class EsClaimFindingsTest extends SpanishRequests {

    @Test
    void whatSpeaksAgainstDecidingIsFound() {
        String member = person("REEMBOLSO-80", "2026-05-01");
        assertThat(codes(received(member, line("CONSULTA", "2026-06-01", "80.00")))).isEmpty();
        assertThat(codes(received(member, line("PARTO", "2026-09-01", "80.00")))).containsExactly(Finding.Code.WAITING_PERIOD);
        assertThat(codes(received(member, line("CONSULTA", "2026-04-30", "80.00")))).containsExactly(Finding.Code.OUTSIDE_COVER);
        assertThat(codes(received(member, line("FISIOTERAPIA", "2026-09-01", "30.00")))).containsExactly(Finding.Code.NO_AUTHORISATION);
        assertThat(codes(received(member, line("CONSULTA", "2026-06-02", "400.00")))).containsExactly(Finding.Code.UNUSUAL_AMOUNT);
        ClaimIntake network = intake(member, "N1", line("CONSULTA", "2026-06-03", "80.00"));
        assertThat(codes(received(new ClaimIntake(member, network.claim().with("es.claim.inNetwork", "true"), network.lines(), network.origin()))))
                .containsExactly(Finding.Code.NOT_COVERED);
        DATABASE.run("DELETE FROM es.cuenta_bancaria WHERE asegurado = ?::uuid", member);
        assertThat(codes(received(member, line("CONSULTA", "2026-06-04", "80.00")))).containsExactly(Finding.Code.NO_ACCOUNT);
        String network80 = person("FAMILIA-COMPLETA", "2020-01-01");
        assertThat(codes(received(network80, line("CONSULTA", "2026-06-04", "80.00")))).containsExactly(Finding.Code.NOT_COVERED);
        ClaimIntake nameless = intake(member, "N2", line("CONSULTA", "2026-06-05", "80.00"));
        DATABASE.run("INSERT INTO es.cuenta_bancaria (asegurado, iban) VALUES (?::uuid, 'ES0700000000000000000007')", member);
        assertThat(codes(received(new ClaimIntake(member, nameless.claim().with("es.claim.providerNif", null), nameless.lines(), nameless.origin()))))
                .containsExactly(Finding.Code.UNKNOWN_PROVIDER);
        assertThat(codes(received(new ClaimIntake(member, nameless.claim().with("es.claim.providerNif", null).with("es.claim.territory", "EXTRANJERO")
                .with("es.claim.invoice", "N3"), List.of(line("CONSULTA", "2026-06-06", "80.00")), "file:test:abroad")))).as("abroad nobody has one").isEmpty();
        String ambulatory = person("AMBULATORIA-COPAGO", "2020-01-01");
        assertThat(codes(received(ambulatory, line("CIRUGIA", "2026-06-04", "80.00")))).containsExactly(Finding.Code.NOT_COVERED);
    }

    /// A mixed policy gives invoices of others back; providers of the network are paid by us, and what they charged is not given back
    /// to anybody, whatever the modality. Copays are no invoices.
    @Test
    void whatTheNetworkChargesIsGivenBackToNobody() {
        for (String modality : List.of("MIXTA-80", "REEMBOLSO-80", "FAMILIA-COMPLETA", "AMBULATORIA-COPAGO")) {
            String member = person(modality, "2020-01-01");
            ClaimIntake own = intake(member, "O" + modality, line("CONSULTA", "2026-06-03", "80.00"));
            Assessment network = assessed(received(new ClaimIntake(member, own.claim().with("es.claim.inNetwork", "true"), own.lines(), "file:network:" + modality)));
            assertThat(network.decision().insurerPaid()).as(modality).isEqualTo(Money.ZERO);
            assertThat(network.findings()).extracting(found -> found.code() + " " + found.sentence().key()).as(modality)
                    .containsExactly("NOT_COVERED es.step.IN_NETWORK");
            boolean givesBack = modality.startsWith("MIXTA") || modality.startsWith("REEMBOLSO");
            Assessment outside = assessed(received(intake(member, "P" + modality, line("CONSULTA", "2026-06-04", "80.00"))));
            assertThat(outside.findings()).extracting(found -> found.code() + " " + found.sentence().key()).as(modality)
                    .isEqualTo(givesBack ? List.of() : List.of("NOT_COVERED es.step.NOT_IN_NETWORK"));
            assertThat(outside.decision().insurerPaid().minor() > 0).as(modality).isEqualTo(givesBack);
        }
    }

    @Test
    void anAuthorisationHoldsOnItsDays() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        DATABASE.run("INSERT INTO es.autorizacion (numero, asegurado, acto, centro, concedida, valida_hasta) "
                + "VALUES ('A202600000777', ?::uuid, 'CIRUGIA', 'Vega', '2026-03-01', '2026-04-30')", member);
        assertThat(codes(received(member, line("CIRUGIA", "2026-02-28", "900.00")))).containsExactly(Finding.Code.NO_AUTHORISATION);
        assertThat(codes(received(member, line("CIRUGIA", "2026-03-01", "900.00")))).isEmpty();
        assertThat(codes(received(member, line("CIRUGIA", "2026-04-30", "901.00")))).isEmpty();
        assertThat(assessed(received(member, line("CIRUGIA", "2026-05-01", "900.00"))).decision().lines().getFirst().steps())
                .extracting(Step::rule).containsExactly("AUTHORISATION_OVER");
        assertThat(codes(received(member, line("HOSPITALIZACION", "2026-04-01", "900.00")))).containsExactly(Finding.Code.NO_AUTHORISATION);
    }

    @Test
    void careAndInvoicesThatWereHandedInBeforeAreFound() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String other = person("REEMBOLSO-80", "2020-01-01");
        String first = received(intake(member, "X-77", line("CONSULTA", "2026-06-01", "80.00"), line("CONSULTA", "2026-06-08", "80.00")));
        assertThat(codes(first)).isEmpty();
        String second = received(intake(member, "X-78", line("URGENCIA", "2026-06-01", "80.00"), line("CONSULTA", "2026-06-08", "80.00")));
        assertThat(assessed(second).findings()).hasSize(1).first().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Finding.Code.DUPLICATE);
            assertThat(found.line()).isEqualTo(1);
            assertThat(found.sentence().arguments()).containsExactly(file(first).number());
        });
        String third = received(intake(member, "X-77", line("ESPECIALISTA", "2026-06-20", "80.00")));
        assertThat(codes(third)).containsExactly(Finding.Code.SAME_INVOICE);
        assertThat(codes(received(intake(other, "X-77", line("ESPECIALISTA", "2026-06-20", "80.00"))))).containsExactly(Finding.Code.SAME_INVOICE);
        DATABASE.run("UPDATE es.cuenta_bancaria SET iban = (SELECT iban FROM es.cuenta_bancaria WHERE asegurado = ?::uuid) WHERE asegurado = ?::uuid",
                member, other);
        assertThat(codes(received(other, line("ESPECIALISTA", "2026-07-20", "81.00")))).containsExactly(Finding.Code.SHARED_ACCOUNT);
        accepted(first);
        assertThatThrownBy(() -> accepted(third)).as("one invoice is given back once").isInstanceOf(DatabaseFailure.class);
        // what was refused is no reason to doubt
        for (String refused : List.of(second, third)) {
            owner().write(work -> {
                records.reject(work, refused, "DUPLICATE");
                return refused;
            });
        }
        assertThat(codes(received(intake(member, "X-78", line("URGENCIA", "2026-06-01", "80.00")))))
                .containsExactly(Finding.Code.SHARED_ACCOUNT);
    }

    /// What is given back is given back on the invoice; what files bring was looked at by who sent them.
    @Test
    void whatSomebodyEntersNeedsItsInvoice() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        ClaimIntake intake = intake(member, "D1", line("CONSULTA", "2026-06-01", "80.00"));
        String entered = received(new ClaimIntake(member, intake.claim(), intake.lines(), "desk:D1"));
        assertThat(codes(entered)).containsExactly(Finding.Code.MISSING_DOCUMENT);
        ClaimIntake unpaid = intake(member, "D2", line("CIRUGIA", "2026-06-02", "80.00"));
        assertThat(codes(received(new ClaimIntake(member, unpaid.claim(), unpaid.lines(), "desk:D2")))).as("what is not paid needs no proof")
                .containsExactly(Finding.Code.NO_AUTHORISATION);
    }

    @Test
    void onePaperProvesOneRequest() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String first = received(member, line("CONSULTA", "2026-06-01", "80.00"));
        String second = received(member, line("CONSULTA", "2026-06-02", "80.00"));
        for (String claim : List.of(first, second)) {
            DATABASE.run("SELECT reimbursement.publish_prints(ARRAY[ROW('ES', '" + claim + "', 'document', 'scan of D3', NULL)::reimbursement.published_print])");
        }
        assertThat(codes(second)).containsExactly(Finding.Code.REUSED_DOCUMENT);
    }

    /// A family is paid to one account.
    @Test
    void anAccountIsSharedByAHouseholdOnly() {
        String head = person("REEMBOLSO-80", "2020-01-01");
        String partner = person("REEMBOLSO-80", "2020-01-01");
        DATABASE.run("UPDATE es.asegurado SET titular = ?::uuid, parentesco = 'CONYUGE', poliza = (SELECT poliza FROM es.asegurado WHERE id = ?::uuid) "
                + "WHERE id = ?::uuid", head, head, partner);
        DATABASE.run("UPDATE es.cuenta_bancaria SET iban = (SELECT iban FROM es.cuenta_bancaria WHERE asegurado = ?::uuid) WHERE asegurado = ?::uuid", head,
                partner);
        assertThat(codes(received(head, line("CONSULTA", "2026-06-01", "80.00")))).isEmpty();
        assertThat(codes(received(partner, line("CONSULTA", "2026-06-01", "80.00")))).as("of one household").isEmpty();
        String stranger = person("REEMBOLSO-80", "2020-01-01");
        DATABASE.run("UPDATE es.cuenta_bancaria SET iban = (SELECT iban FROM es.cuenta_bancaria WHERE asegurado = ?::uuid) WHERE asegurado = ?::uuid", head,
                stranger);
        assertThat(codes(received(stranger, line("CONSULTA", "2026-06-01", "80.00")))).containsExactly(Finding.Code.SHARED_ACCOUNT);
    }

    @Test
    void badInputIsSaidAtItsField() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        FieldValues good = line("CONSULTA", "2026-09-01", "100.00");
        assertThat(problems(member, Map.of(), good.with("es.claimLine.act", "CURA"))).containsExactly("lines[0].es.claimLine.act es.claim.error.act");
        assertThat(problems(member, Map.of(), good, good.with("es.claimLine.charged", "-5.00")))
                .containsExactly("lines[1].es.claimLine.charged es.claim.error.charged");
        assertThat(problems(member, Map.of(), good.with("es.claimLine.charged", "100000.01"))).containsExactly("lines[0].es.claimLine.charged country.input.absurd");
        assertThat(problems(member, Map.of(), good.with("es.claimLine.careDay", "2026-10-02")))
                .containsExactly("lines[0].es.claimLine.careDay es.claim.error.careAfter");
        assertThat(problems(member, Map.of("es.claim.received", "2026-11-01"), good)).containsExactly("es.claim.received es.claim.error.future");
        assertThat(problems(UUID.randomUUID().toString(), Map.of(), good)).containsExactly("member es.claim.error.member");
        assertThat(problems("nobody", Map.of(), good)).containsExactly("member es.claim.error.member");
        assertThat(problems(member, Map.of("es.claim.currency", "PTS"), good)).contains("es.claim.currency es.claim.error.currency");
        assertThat(problems(member, Map.of("es.claim.currency", "GBP"), good)).containsExactly("es.claim.exchangeRate es.claim.error.rateMissing");
        assertThat(problems(member, Map.of("es.claim.currency", "GBP", "es.claim.exchangeRate", "0"), good))
                .containsExactly("es.claim.exchangeRate es.claim.error.rate");
        assertThat(problems(member, Map.of("es.claim.exchangeRate", "1.1"), good)).containsExactly("es.claim.exchangeRate es.claim.error.rateOfEuros");
        assertThat(problems(member, Map.of("es.claim.providerNif", "B83123450"), good)).containsExactly("es.claim.providerNif es.claim.error.providerNif");
        assertThat(problems(member, Map.of())).containsExactly("lines es.claim.error.lines");
        assertThat(DATABASE.query("SELECT id FROM es.solicitud_reembolso WHERE asegurado = ?::uuid", member)).isEmpty();
    }

    private List<String> problems(String member, Map<String, String> claim, FieldValues... lines) {
        Map<String, String> values = new HashMap<>(Map.of("es.claim.received", "2026-10-01", "es.claim.provider", "Clínica Norte"));
        values.putAll(claim);
        Received received = owner().write(work -> records.receive(work, new ClaimIntake(member, FieldValues.of(values), Arrays.asList(lines),
                "test:" + UUID.randomUUID())));
        return ((Received.Refused) received).problems().stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    @Test
    void anInvoiceInAnotherCurrencyIsReckonedAtItsRate() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        ClaimIntake euros = intake(member, "GB1", line("CONSULTA", "2026-09-01", "50.00"), line("URGENCIA", "2026-09-01", "33.33"));
        String claim = received(new ClaimIntake(member, euros.claim().with("es.claim.currency", "GBP").with("es.claim.exchangeRate", "1.1634")
                .with("es.claim.territory", "EXTRANJERO"), euros.lines(), euros.origin()));
        // 58.17 × 70 % = 40.719; 33.33 × 1.1634 = 38.776122 → 38.78 × 70 % = 27.146
        ClaimDecision decision = accepted(claim);
        assertThat(decision.lines()).extracting(LineDecision::charged).containsExactly(Money.euros(5_817), Money.euros(3_878));
        assertThat(decision.lines()).extracting(LineDecision::insurerPaid).containsExactly(Money.euros(4_072), Money.euros(2_715));
        assertThat(file(claim).claim().get("es.claim.exchangeRate")).contains("1.1634");
        assertThat(file(claim).lines().getFirst().get("es.claimLine.charged")).contains("50.00");
    }

    @Test
    void whatCameInTwiceIsWrittenOnce() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        ClaimIntake intake = intake(member, "T1", line("CONSULTA", "2026-09-01", "50.00"));
        String claim = received(intake);
        assertThat(owner().<Received>write(work -> records.receive(work, intake))).isEqualTo(new Received.Known(claim));
        assertThat(DATABASE.query("SELECT count(*) FROM es.solicitud_reembolso WHERE asegurado = ?::uuid", member)).containsExactly("1");
    }

    @Test
    void anUndecidedRequestIsRevised() {
        String member = person("REEMBOLSO-80", "2020-01-01");
        String claim = received(intake(member, "V1", line("CONSULTA", "2026-09-01", "50.00"), line("CONSULTA", "2026-09-02", "50.00")));
        ClaimIntake better = intake(member, "V2", line("ESPECIALISTA", "2026-09-01", "75.00"));
        assertThat(owner().<Received>write(work -> records.revise(work, claim, better))).isEqualTo(new Received.Written(claim));
        assertThat(file(claim).lines()).hasSize(1);
        assertThat(file(claim).claim().get("es.claim.invoice")).contains("V2");
        assertThat(queue(claim)).containsExactly("RECEIVED 75.00 0.00");
        accepted(claim);
        assertThat(owner().<Received>write(work -> records.revise(work, claim, better))).isInstanceOf(Received.Refused.class);
    }
}
