package io.guichet.country.be;

import io.guichet.country.MemberRecords;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The changes that Belgian policies know, and what each asks.
final class BeAmendmentKinds {

    static final List<String> ROLES = List.of("HOOFDVERZEKERDE", "PARTNER", "KIND");
    static final List<String> REASONS =
            List.of("UIT_DIENST", "PENSIOEN", "OVERLIJDEN", "SCHEIDING", "LEEFTIJD", "OP_VERZOEK");

    private static final Set<String> ADDRESS = Set.of("be.member.street", "be.member.houseNumber", "be.member.box",
            "be.member.postcode", "be.member.city");
    private static final Set<String> BANK = Set.of("be.member.iban", "be.member.accountHolder");
    /// What can be said of somebody new: all but their mutuality, which is health data and entered in their open file.
    private static final Set<String> NEWCOMER = Set.of("be.member.name", "be.member.firstNames", "be.member.sex",
            "be.member.birthDate", "be.member.birthPlace", "be.member.language", "be.member.inss", "be.member.mobile",
            "be.member.email", "be.member.street", "be.member.houseNumber", "be.member.box", "be.member.postcode",
            "be.member.city", "be.member.iban");
    /// What must be said of somebody new.
    static final List<String> IDENTITY = List.of("be.member.name", "be.member.firstNames", "be.member.sex",
            "be.member.birthDate", "be.member.language");

    private BeAmendmentKinds() {
    }

    static List<AmendmentKind> all(MemberRecords members) {
        return List.of(
                kind("enrol", Subject.NEWCOMER, true, groups(members, NEWCOMER,
                        new FieldGroup("be.amendment.group.cover", List.of(
                                field("be.amendment.enrol.role", new FieldType.Choice(ROLES), true, "aansluiting.rol"),
                                field("be.amendment.enrol.head", new FieldType.Text(15), false, "aansluiting.hoofd"),
                                field("be.amendment.enrol.uninterruptedSince", new FieldType.Day(), false,
                                        "aansluiting.ononderbroken_sinds"))))),
                kind("terminate", Subject.COVERED, true, List.of(new FieldGroup("be.amendment.group.cover", List.of(
                        field("be.amendment.terminate.reason", new FieldType.Choice(REASONS), true,
                                "aansluiting.einde_reden"))))),
                kind("option", Subject.CONTRACT, false, List.of(new FieldGroup("be.contract.group.contract", List.of(
                        field("be.amendment.option.product", new FieldType.Text(30), true, "polis_formule.formule"),
                        field("be.amendment.option.employerShare", new FieldType.Text(6), false,
                                "polis_formule.werkgeversaandeel"))))),
                kind("address", Subject.COVERED, false, groups(members, ADDRESS,
                        new FieldGroup("be.amendment.group.family", List.of(
                                field("be.amendment.address.family", new FieldType.Flag(), false, "aansluiting.hoofd"))))),
                kind("bank", Subject.COVERED, false, groups(members, BANK,
                        new FieldGroup("be.amendment.group.family", List.of(
                                field("be.amendment.bank.family", new FieldType.Flag(), false, "aansluiting.hoofd"))))),
                kind("dates", Subject.CONTRACT, false, List.of(new FieldGroup("be.contract.group.contract", List.of(
                        field("be.amendment.dates.end", new FieldType.Day(), false, "polis.einde"),
                        field("be.amendment.dates.open", new FieldType.Flag(), false, "polis.einde"))))),
                kind("memberDates", Subject.COVERED, false, List.of(new FieldGroup("be.amendment.group.cover", List.of(
                        field("be.amendment.memberDates.from", new FieldType.Day(), false, "aansluiting.begin"),
                        field("be.amendment.memberDates.to", new FieldType.Day(), false, "aansluiting.einde"),
                        field("be.amendment.memberDates.open", new FieldType.Flag(), false, "aansluiting.einde"))))),
                kind("continuation", Subject.COVERED, false, List.of(new FieldGroup("be.amendment.group.family", List.of(
                        field("be.amendment.continuation.family", new FieldType.Flag(), false, "aansluiting.hoofd"))))));
    }

    private static AmendmentKind kind(String code, Subject subject, boolean bulk, List<FieldGroup> groups) {
        return new AmendmentKind(code, subject, groups, List.of(), bulk);
    }

    private static FieldSpec field(String key, FieldType type, boolean required, String source) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, source, 1000);
    }

    /// `own` first, then those fields of the member file, none of them required by itself: of a member who is known,
    /// nothing need be said.
    private static List<FieldGroup> groups(MemberRecords members, Set<String> wanted, FieldGroup own) {
        List<FieldGroup> asked = members.groups().stream().map(group -> new FieldGroup(group.key(), group.fields().stream()
                        .filter(field -> wanted.contains(field.key()))
                        .map(field -> new FieldSpec(field.key(), field.type(), false, true, field.sensitivity(),
                                field.source(), field.since())).toList()))
                .filter(group -> !group.fields().isEmpty()).toList();
        return Stream.concat(Stream.of(own), asked.stream()).toList();
    }
}
