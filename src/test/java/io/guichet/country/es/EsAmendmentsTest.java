package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What each kind of change does to a Spanish policy, and what it refuses, on the real database.
class EsAmendmentsTest extends SpanishPolicies {

    private static Map<String, String> baby(String document) {
        return Map.of("es.member.firstNames", "Vera", "es.member.firstSurname", "Quintanilla", "es.member.sex", "M",
                "es.member.birthDate", "2026-08-20", "es.member.documentType", "DNI", "es.member.document", document,
                "es.amendment.enrol.kinship", "HIJO");
    }

    @Test
    void aPolicyIsReadAsOfADay() {
        String policy = family().getFirst();
        ContractFile file = file(policy, DAY);
        assertThat(file.state()).isEqualTo(ContractState.RUNNING);
        assertThat(file.people()).isGreaterThanOrEqualTo(3);
        assertThat(file.product()).contains(" · ");
        assertThat(file(policy, LocalDate.of(2001, 1, 1)).state()).isEqualTo(ContractState.COMING);
        assertThat(owner().<Optional<ContractFile>>read(work -> contracts.find(work, "nobody", DAY))).isEmpty();
        assertThat(DATABASE.as("care.fr").<Boolean>read(work -> {
            try {
                return contracts.find(work, policy, DAY).isPresent();
            } catch (DatabaseFailure refused) {
                return false;
            }
        })).isFalse();
    }

    @Test
    void whoIsEnrolledIsCoveredAndCosts() {
        String policy = family().getFirst();
        long before = total(policy, DAY);
        AmendmentResult result = apply(policy, EsAmendments.ENROL, DAY, null, baby(Dni.complete(1_234_567)));

        assertThat(problems(result)).isEmpty();
        FileRef newcomer = result.members().iterator().next();
        assertThat(DATABASE.query("SELECT parentesco || fecha_alta FROM es.asegurado WHERE id = ?::uuid", newcomer.reference()))
                .containsExactly("HIJO2026-09-01");
        assertThat(DATABASE.query("SELECT label FROM directory.entry WHERE reference = ?", newcomer.reference()))
                .containsExactly("Vera Quintanilla");
        assertThat(DATABASE.query("SELECT 1 FROM es.domicilio WHERE asegurado = ?::uuid", newcomer.reference()))
                .as("lives where the head does").hasSize(1);
        assertThat(total(policy, DAY)).isNotEqualTo(before);
        // again: the document is known, and by name and birth so is the person
        assertThat(problems(apply(policy, EsAmendments.ENROL, DAY, null, baby(Dni.complete(1_234_567)))))
                .contains("es.member.document es.amendment.error.known");
        assertThat(problems(apply(policy, EsAmendments.ENROL, DAY, null, baby(Dni.complete(1_234_568)))))
                .containsExactly("subject es.amendment.error.maybeKnown");
        assertThat(owner().<List<PossibleDuplicate>>read(work -> contracts.duplicates(work, order(policy, EsAmendments.ENROL, DAY, null,
                baby(Dni.complete(1_234_568)))))).extracting(PossibleDuplicate::why)
                .containsExactly(PossibleDuplicate.Why.NAME_AND_BIRTH);
    }

    @Test
    void whatIsWrongWithANewcomerIsSaidAtItsField() {
        String policy = family().getFirst();
        assertThat(problems(apply(policy, EsAmendments.ENROL, DAY, null, Map.of()))).contains(
                "es.member.firstNames country.error.required", "es.amendment.enrol.kinship country.error.required");
        assertThat(problems(apply(policy, EsAmendments.ENROL, LocalDate.of(2001, 1, 1), null, baby(Dni.complete(2_234_567)))))
                .contains("effective es.amendment.error.outside", "effective es.amendment.error.unborn");
        assertThat(problems(apply("nobody", EsAmendments.ENROL, DAY, null, Map.of()))).containsExactly("effective es.amendment.error.noPolicy");
    }

    @Test
    void whoIsKnownJoinsAnotherPolicyAsTheSamePerson() {
        List<String> from = family();
        String to = family().getFirst();
        AmendmentResult joined = apply(to, EsAmendments.ENROL, DAY, from.getLast(), Map.of("es.amendment.enrol.kinship", "OTRO"));
        assertThat(problems(joined)).isEmpty();
        assertThat(DATABASE.query("SELECT count(*) FROM es.asegurado a JOIN es.asegurado b ON b.persona = a.persona WHERE a.id = ?::uuid",
                from.getLast())).containsExactly("2");
        assertThat(problems(apply(to, EsAmendments.ENROL, DAY, from.getLast(), Map.of("es.amendment.enrol.kinship", "OTRO"))))
                .containsExactly("subject es.amendment.error.overlap");
    }

    @Test
    void aFamilyLeavesWithItsHeadAndMayComeBack() {
        List<String> family = family();
        AmendmentResult left = apply(family.getFirst(), EsAmendments.TERMINATE, DAY, family.getLast(), Map.of("es.amendment.terminate.reason", "VOLUNTARIA"));
        assertThat(problems(left)).isEmpty();
        assertThat(left.members()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(DATABASE.query("SELECT DISTINCT fecha_baja FROM es.asegurado WHERE titular = ?::uuid", family.getLast()))
                .contains("2026-08-31");
        assertThat(problems(apply(family.getFirst(), EsAmendments.TERMINATE, DAY, family.getLast(), Map.of("es.amendment.terminate.reason", "VOLUNTARIA"))))
                .containsExactly("effective es.amendment.error.alreadyEnded");
        assertThat(problems(apply(family.getFirst(), EsAmendments.ENROL, DAY.plusMonths(1), family.getLast(),
                Map.of("es.amendment.enrol.kinship", "TITULAR")))).isEmpty();
    }

    @Test
    void theModalityChangesFromItsDayOn() {
        String policy = family().getFirst();
        String other = file(policy, DAY).product().contains("Reembolso 80") ? "REEMBOLSO-90" : "REEMBOLSO-80";
        assertThat(problems(apply(policy, EsAmendments.OPTION, DAY, null, Map.of("es.amendment.option.modality", other)))).isEmpty();
        assertThat(file(policy, DAY).values().get("es.contract.modality")).contains("REEMBOLSO");
        assertThat(file(policy, DAY.minusDays(1)).product()).isNotEqualTo(file(policy, DAY).product());
        assertThat(DATABASE.query("SELECT product FROM contract.entry WHERE reference = ?", policy)).containsExactly("SALUD-REEMBOLSO");
        assertThat(problems(apply(policy, EsAmendments.OPTION, DAY, null, Map.of("es.amendment.option.modality", other))))
                .containsExactly("es.amendment.option.modality es.amendment.error.sameProduct");
        assertThat(problems(apply(policy, EsAmendments.OPTION, DAY.minusMonths(1), null, Map.of("es.amendment.option.modality", "MIXTA-80"))))
                .containsExactly("effective es.amendment.error.laterChange");
        assertThat(problems(apply(policy, EsAmendments.OPTION, DAY, null, Map.of("es.amendment.option.modality", "NADA"))))
                .containsExactly("es.amendment.option.modality es.amendment.error.unknownProduct");
    }

    @Test
    void aPolicyEndsGoesOnAndIsSuspended() {
        String policy = family().getFirst();
        assertThat(problems(apply(policy, EsAmendments.SUSPEND, DAY, null, Map.of("es.amendment.suspend.change", "SUSPEND",
                "es.amendment.suspend.reason", "IMPAGO")))).isEmpty();
        assertThat(file(policy, DAY).state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(problems(apply(policy, EsAmendments.SUSPEND, DAY.plusMonths(1), null, Map.of("es.amendment.suspend.change", "RESUME"))))
                .isEmpty();
        assertThat(file(policy, DAY.plusMonths(1)).state()).isEqualTo(ContractState.RUNNING);
        Map<String, String> end = Map.of("es.amendment.dates.change", "END", "es.amendment.dates.reason", "OPOSICION");
        assertThat(problems(apply(policy, EsAmendments.DATES, LocalDate.of(2027, 1, 1), null, end))).isEmpty();
        assertThat(file(policy, LocalDate.of(2027, 1, 1)).state()).isEqualTo(ContractState.ENDED);
        assertThat(total(policy, LocalDate.of(2027, 2, 1))).isZero();
        assertThat(problems(apply(policy, EsAmendments.DATES, LocalDate.of(2027, 3, 1), null, Map.of("es.amendment.dates.change", "GO_ON"))))
                .containsExactly("effective es.amendment.error.goesOn");
        assertThat(problems(apply(policy, EsAmendments.DATES, LocalDate.of(2027, 1, 1), null, Map.of("es.amendment.dates.change", "GO_ON"))))
                .isEmpty();
        assertThat(file(policy, LocalDate.of(2027, 1, 1)).state()).isEqualTo(ContractState.RUNNING);
        assertThat(problems(apply(policy, EsAmendments.DATES, LocalDate.of(2001, 1, 1), null, end)))
                .containsExactly("effective es.amendment.error.endsBeforeBegin");
    }

    /// What has no dates of its own cannot wait for a day to come: it would hold at once, unnoticed.
    @Test
    void whatHasNoDatesIsNotChangedAhead() {
        List<String> family = family();
        LocalDate ahead = LocalDate.of(2999, 1, 1);
        Map<String, String> account = Map.of("es.member.iban", "ES9121000418450200051332");
        assertThat(problems(apply(family.getFirst(), EsAmendments.BANK, ahead, family.getLast(), account)))
                .containsExactly("effective es.amendment.error.notAhead");
        assertThat(problems(apply(family.getFirst(), EsAmendments.ADDRESS, ahead, family.getLast(), Map.of("es.member.street", "Mayor"))))
                .containsExactly("effective es.amendment.error.notAhead");
        assertThat(problems(apply(family.getFirst(), EsAmendments.PAYMENT, ahead, null, Map.of("es.amendment.payment.form", "ANUAL"))))
                .containsExactly("effective es.amendment.error.notAhead");
        assertThat(DATABASE.query("SELECT 1 FROM es.cuenta_bancaria WHERE asegurado = ?::uuid AND iban = 'ES9121000418450200051332'",
                family.getLast())).isEmpty();
    }

    @Test
    void paymentAddressAccountAndDatesChange() {
        List<String> family = family();
        String policy = family.getFirst();
        String head = family.getLast();
        assertThat(problems(apply(policy, EsAmendments.PAYMENT, DAY, null, Map.of("es.amendment.payment.form", "ANUAL")))).isEmpty();
        assertThat(file(policy, DAY).values().get("es.contract.payment")).contains("ANUAL");
        assertThat(problems(apply(policy, EsAmendments.ADDRESS, DAY, head, Map.of("es.member.street", "Mayor", "es.member.postcode", "46005",
                "es.member.city", "Valencia", "es.amendment.address.family", "true")))).isEmpty();
        assertThat(DATABASE.query("SELECT DISTINCT d.municipio FROM es.domicilio d JOIN es.asegurado a ON a.id = d.asegurado "
                + "WHERE a.titular = ?::uuid AND a.fecha_baja IS NULL", head)).containsExactly("Valencia");
        assertThat(problems(apply(policy, EsAmendments.ADDRESS, DAY, head, Map.of("es.member.postcode", "99999"))))
                .containsExactly("es.member.postcode es.error.postcode");
        assertThat(problems(apply(policy, EsAmendments.BANK, DAY, head, Map.of("es.member.iban", "ES9121000418450200051332")))).isEmpty();
        assertThat(DATABASE.query("SELECT iban FROM es.cuenta_bancaria WHERE asegurado = ?::uuid", head)).containsExactly("ES9121000418450200051332");
        assertThat(problems(apply(policy, EsAmendments.MEMBER_DATES, DAY, head, Map.of("es.amendment.memberDates.until", "2001-01-01"))))
                .containsExactly("es.amendment.memberDates.until es.amendment.error.endsBeforeBegin");
        assertThat(problems(apply(policy, EsAmendments.MEMBER_DATES, DAY, head, Map.of("es.amendment.memberDates.until", "2026-12-31"))))
                .isEmpty();
        assertThat(problems(apply(policy, EsAmendments.KINSHIP, DAY, head, Map.of("es.amendment.kinship.kinship", "OTRO"))))
                .containsExactly("subject es.amendment.error.isHead");
        String child = DATABASE.query("SELECT id FROM es.asegurado WHERE titular = ?::uuid AND id <> titular LIMIT 1", head).getFirst();
        assertThat(problems(apply(policy, EsAmendments.KINSHIP, DAY, child, Map.of("es.amendment.kinship.kinship", "OTRO")))).isEmpty();
        assertThat(problems(apply(family().getFirst(), EsAmendments.KINSHIP, DAY, child, Map.of("es.amendment.kinship.kinship", "OTRO"))))
                .containsExactly("subject es.amendment.error.notInsured");
    }

    /// What a constraint refuses because somebody was faster is said as what was looked for first is.
    @Test
    void constraintsAreSaidAtTheirField() {
        try (Connection connection = DATABASE.connect(); var statement = connection.createStatement()) {
            FieldProblem problem = null;
            try {
                statement.execute("UPDATE es.asegurado SET fecha_baja = fecha_alta - 1");
            } catch (SQLException refused) {
                problem = EsAmending.problem(refused);
            }
            assertThat(problem).isNotNull().extracting(FieldProblem::field).isEqualTo("effective");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /// Staff change a policy and who is on it by an amendment only.
    @Test
    void staffNeedAnAmendment() {
        List<String> family = family();
        assertThat(DATABASE.as("care.es").<String>write(work -> {
            try {
                contracts.apply(work, order(family.getFirst(), EsAmendments.TERMINATE, DAY, family.getLast(),
                        Map.of("es.amendment.terminate.reason", "VOLUNTARIA")));
                return "written";
            } catch (DatabaseFailure refused) {
                return "refused";
            }
        })).isEqualTo("refused");
    }
}
