package io.guichet.country.fr;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/// The changes that French contracts know, and how each is carried out.
final class FrAmendments {

    private static final List<String> COLLEGES = List.of("CADRE", "NON_CADRE");
    private static final List<String> LEVELS = List.of("BASE", "OPTION1", "OPTION2", "OPTION3");
    private static final List<String> STRUCTURES = List.of("ISOLE", "DUO", "FAMILLE", "UNIFORME");

    private final CountryCode country;
    private final Clock clock;
    private final FrEnrolment enrolment;
    private final List<AmendmentKind> kinds;

    FrAmendments(CountryCode country, Clock clock, List<FieldGroup> member) {
        this.country = country;
        this.clock = clock;
        this.enrolment = new FrEnrolment(clock);
        this.kinds = List.of(
                new AmendmentKind("enrol", Subject.NEWCOMER, enrolGroups(member), List.of(), true),
                new AmendmentKind("terminate", Subject.COVERED, List.of(group("fr.amendment.terminate",
                        required("fr.amendment.terminate.reason", new FieldType.Choice(List.of("DEPART", "DECES", "SEPARATION",
                                "RETRAITE", "LIMITE_AGE", "RESILIATION", "AUTRE")), "affiliation.motif_fin"))), List.of(), true),
                new AmendmentKind("option", Subject.COVERED, List.of(group("fr.amendment.option",
                        required("fr.amendment.option.level", new FieldType.Choice(LEVELS), "choix_option.option"))), List.of(), true),
                new AmendmentKind("memberDates", Subject.COVERED, List.of(group("fr.amendment.memberDates",
                        optional("fr.amendment.memberDates.from", new FieldType.Day(), "affiliation.debut"),
                        optional("fr.amendment.memberDates.to", new FieldType.Day(), "affiliation.fin"))), List.of(), false),
                new AmendmentKind("dispense", Subject.COVERED, List.of(group("fr.amendment.dispense",
                        required("fr.amendment.dispense.reason", new FieldType.Choice(List.of("CONJOINT", "CDD", "TEMPS_PARTIEL",
                                "CSS", "CONTRAT_INDIVIDUEL")), "affiliation.dispense"))), List.of("dispensationForm"), false),
                new AmendmentKind("portability", Subject.COVERED, List.of(group("fr.amendment.portability",
                        required("fr.amendment.portability.months", new FieldType.Choice(List.of("1", "2", "3", "4", "5", "6", "7",
                                "8", "9", "10", "11", "12")), "affiliation.portabilite"))), List.of("portabilityForm"), false),
                new AmendmentKind("address", Subject.COVERED, List.of(group("fr.amendment.address",
                        optional(picked(member, "fr.member.address"), true), optional(picked(member, "fr.member.addressMore"), false),
                        optional(picked(member, "fr.member.postcode"), true), optional(picked(member, "fr.member.city"), true),
                        optional("fr.amendment.address.family", new FieldType.Flag(), "coordonnees.personne"))), List.of(), false),
                new AmendmentKind("bank", Subject.COVERED, List.of(group("fr.amendment.bank",
                        optional(picked(member, "fr.member.iban"), true), optional(picked(member, "fr.member.accountHolder"), false))),
                        List.of("bankDetails"), false),
                new AmendmentKind("formula", Subject.CONTRACT, List.of(group("fr.amendment.formula",
                        required("fr.amendment.formula.product", new FieldType.Text(20), "formule.produit"),
                        required("fr.amendment.formula.level", new FieldType.Choice(LEVELS), "formule.option"))), List.of(), false),
                new AmendmentKind("structure", Subject.CONTRACT, List.of(group("fr.amendment.structure",
                        required("fr.amendment.structure.structure", new FieldType.Choice(STRUCTURES), "formule.structure"),
                        optional("fr.amendment.structure.share", new FieldType.Text(6), "formule.part_employeur"))),
                        List.of("companyRequest"), false),
                new AmendmentKind("dates", Subject.CONTRACT, List.of(group("fr.amendment.dates",
                        optional("fr.amendment.dates.end", new FieldType.Day(), "contrat.fin"))), List.of(), false));
    }

    List<AmendmentKind> kinds() {
        return kinds;
    }

    private static List<FieldGroup> enrolGroups(List<FieldGroup> member) {
        return List.of(
                group("fr.amendment.enrol",
                        required("fr.amendment.enrol.role", new FieldType.Choice(List.of("ASSURE", "CONJOINT", "ENFANT")),
                                "affiliation.qualite"),
                        optional("fr.amendment.enrol.head", new FieldType.Text(21), "affiliation.assure"),
                        optional("fr.amendment.enrol.college", new FieldType.Choice(COLLEGES), "affiliation.college"),
                        optional("fr.amendment.enrol.level", new FieldType.Choice(LEVELS), "choix_option.option"),
                        optional("fr.amendment.enrol.end", new FieldType.Day(), "affiliation.fin")),
                copied(member, "fr.member.group.identity"), copied(member, "fr.member.group.contact"),
                copied(member, "fr.member.group.bank"));
    }

    private static FieldGroup group(String key, FieldSpec... fields) {
        return new FieldGroup(key, List.of(fields));
    }

    private static FieldSpec required(String key, FieldType type, String source) {
        return new FieldSpec(key, type, true, true, Sensitivity.PLAIN, source, 1000);
    }

    private static FieldSpec optional(String key, FieldType type, String source) {
        return new FieldSpec(key, type, false, true, Sensitivity.PLAIN, source, 1000);
    }

    private static FieldSpec optional(FieldSpec field, boolean required) {
        return new FieldSpec(field.key(), field.type(), required, true, field.sensitivity(), field.source(), field.since());
    }

    /// A group of the member file in which nothing is required: the newcomer may be on file already.
    private static FieldGroup copied(List<FieldGroup> member, String key) {
        return member.stream().filter(group -> group.key().equals(key)).findFirst()
                .map(group -> new FieldGroup(key, group.fields().stream().map(field -> optional(field, false)).toList()))
                .orElseThrow();
    }

    private static FieldSpec picked(List<FieldGroup> member, String key) {
        return member.stream().flatMap(group -> group.fields().stream()).filter(field -> field.key().equals(key)).findFirst()
                .orElseThrow();
    }

    /// Checks and carries out one change.
    AmendmentResult apply(Connection connection, AmendmentOrder order) throws SQLException {
        Optional<Change.Contract> contract = FrMembers.key(order.contract()).isEmpty() ? Optional.empty()
                : Change.contract(connection, Long.parseLong(order.contract()));
        if (contract.isEmpty()) {
            return AmendmentResult.refused(List.of(new FieldProblem(Change.SUBJECT, UserMessage.of("fr.error.noContract"))));
        }
        Change change = new Change(connection, order, contract.get(), LocalDate.now(clock));
        Savepoint before = connection.setSavepoint();
        try {
            carryOut(change);
        } catch (SQLException refused) {
            connection.rollback(before);
            return AmendmentResult.refused(List.of(FrRefusals.problem(constraint(refused), refused)));
        }
        if (change.isWrong()) {
            connection.rollback(before);
            return AmendmentResult.refused(change.problems());
        }
        connection.releaseSavepoint(before);
        return AmendmentResult.done(change.members(country));
    }

    private void carryOut(Change change) throws SQLException {
        switch (change.order().kind()) {
            case "enrol" -> enrolment.enrol(change);
            case "terminate" -> FrPeriods.terminate(change);
            case "memberDates" -> FrPeriods.memberDates(change);
            case "dispense" -> FrPeriods.dispense(change);
            case "portability" -> FrPeriods.portability(change);
            case "dates" -> FrPeriods.contractDates(change);
            case "option" -> FrTerms.option(change);
            case "formula" -> FrTerms.formula(change);
            case "structure" -> FrTerms.structure(change);
            case "address" -> FrParticulars.address(change);
            case "bank" -> FrParticulars.bank(change);
            default -> throw new IllegalArgumentException("France knows no change " + change.order().kind());
        }
    }

    private static String constraint(SQLException refused) {
        return refused instanceof PSQLException failure && failure.getServerErrorMessage() != null
                && failure.getServerErrorMessage().getConstraint() != null
                ? failure.getServerErrorMessage().getConstraint() : "";
    }
}
