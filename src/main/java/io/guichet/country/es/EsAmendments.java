package io.guichet.country.es;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import java.util.List;
import java.util.stream.Stream;

/// The changes that Spanish policies know, and what each asks. Codes and documents stand in the database too
/// (`contract.define_kind`).
final class EsAmendments {

    static final String ENROL = "enrol";
    static final String TERMINATE = "terminate";
    static final String OPTION = "option";
    static final String PAYMENT = "payment";
    static final String DATES = "dates";
    static final String SUSPEND = "suspend";
    static final String MEMBER_DATES = "memberDates";
    static final String KINSHIP = "kinship";
    static final String ADDRESS = "address";
    static final String BANK = "bank";

    private static final int SINCE = 1000;
    private static final int CODE = 30;

    private final List<FieldGroup> file;

    /// @param file the description of a member file, whose fields some changes ask for
    EsAmendments(List<FieldGroup> file) {
        this.file = List.copyOf(file);
    }

    List<AmendmentKind> all() {
        return List.of(enrol(), terminate(), option(),
                new AmendmentKind(PAYMENT, Subject.CONTRACT, group("es.amendment.group.payment",
                        choice("es.amendment.payment.form", EsWords.PAYMENTS, "poliza.forma_pago", true)), List.of(), false),
                new AmendmentKind(DATES, Subject.CONTRACT, group("es.amendment.group.dates",
                        choice("es.amendment.dates.change", List.of("END", "GO_ON"), "poliza.fin", true),
                        choice("es.amendment.dates.reason", List.of("OPOSICION", "IMPAGO", "FALLECIMIENTO", "OTRO"),
                                "poliza.motivo_fin", false)), List.of("letter"), false),
                new AmendmentKind(SUSPEND, Subject.CONTRACT, group("es.amendment.group.suspend",
                        choice("es.amendment.suspend.change", List.of("SUSPEND", "RESUME"), "poliza_suspension.desde", true),
                        choice("es.amendment.suspend.reason", List.of("IMPAGO", "PETICION"), "poliza_suspension.motivo", false)),
                        List.of(), false),
                new AmendmentKind(MEMBER_DATES, Subject.COVERED, group("es.amendment.group.memberDates",
                        field("es.amendment.memberDates.from", new FieldType.Day(), "asegurado.fecha_alta"),
                        field("es.amendment.memberDates.until", new FieldType.Day(), "asegurado.fecha_baja"),
                        field("es.amendment.memberDates.open", new FieldType.Flag(), "asegurado.fecha_baja"),
                        member("es.member.recognisedSince")), List.of(), false),
                new AmendmentKind(KINSHIP, Subject.COVERED, group("es.amendment.group.kinship",
                        choice("es.amendment.kinship.kinship", List.of("CONYUGE", "HIJO", "OTRO"), "asegurado.parentesco", true)),
                        List.of(), false),
                address(), bank());
    }

    private AmendmentKind enrol() {
        return new AmendmentKind(ENROL, Subject.NEWCOMER, List.of(
                new FieldGroup("es.amendment.group.person", members("documentType", "document", "firstNames", "firstSurname",
                        "secondSurname", "sex", "birthDate", "language", "naf")),
                new FieldGroup("es.amendment.group.place", List.of(
                        choice("es.amendment.enrol.kinship", EsWords.KINSHIPS, "asegurado.parentesco", true),
                        new FieldSpec("es.amendment.enrol.head", new FieldType.Identifier(new Document()), false, true,
                                Sensitivity.IDENTIFYING, "asegurado.titular", SINCE),
                        member("es.member.recognisedSince"))),
                new FieldGroup("es.amendment.group.address", members("mobile", "phone", "email", "streetType", "street",
                        "houseNumber", "floorDoor", "postcode", "city")),
                new FieldGroup("es.amendment.group.bank", members("iban", "accountHolder"))), List.of("enrolmentForm"), true);
    }

    private AmendmentKind terminate() {
        return new AmendmentKind(TERMINATE, Subject.COVERED, group("es.amendment.group.terminate",
                choice("es.amendment.terminate.reason",
                        List.of("CESE", "SEPARACION", "EDAD", "FALLECIMIENTO", "TRASLADO", "VOLUNTARIA"),
                        "asegurado.motivo_baja", true)), List.of(), true);
    }

    private AmendmentKind option() {
        return new AmendmentKind(OPTION, Subject.CONTRACT, group("es.amendment.group.option",
                new FieldSpec("es.amendment.option.modality", new FieldType.Text(CODE), true, true, Sensitivity.PLAIN,
                        "poliza_modalidad.modalidad", SINCE)), List.of("letter"), false);
    }

    private AmendmentKind address() {
        return new AmendmentKind(ADDRESS, Subject.COVERED, List.of(
                new FieldGroup("es.amendment.group.address", members("streetType", "street", "houseNumber", "floorDoor",
                        "postcode", "city")),
                new FieldGroup("es.amendment.group.family", List.of(
                        field("es.amendment.address.family", new FieldType.Flag(), "asegurado.titular")))), List.of(), false);
    }

    private AmendmentKind bank() {
        return new AmendmentKind(BANK, Subject.COVERED, List.of(
                new FieldGroup("es.amendment.group.bank", members("iban", "accountHolder")),
                new FieldGroup("es.amendment.group.family", List.of(
                        field("es.amendment.bank.family", new FieldType.Flag(), "asegurado.titular")))),
                List.of("bankDetails"), false);
    }

    private static List<FieldGroup> group(String title, FieldSpec... fields) {
        return List.of(new FieldGroup(title, List.of(fields)));
    }

    private static FieldSpec choice(String key, List<String> options, String source, boolean required) {
        return new FieldSpec(key, new FieldType.Choice(options), required, true, Sensitivity.PLAIN, source, SINCE);
    }

    private static FieldSpec field(String key, FieldType type, String source) {
        return new FieldSpec(key, type, false, true, Sensitivity.PLAIN, source, SINCE);
    }

    private List<FieldSpec> members(String... names) {
        return Stream.of(names).map(name -> member("es.member." + name)).toList();
    }

    /// A field of the member file; whether it must be filled in depends on whom the change is about.
    private FieldSpec member(String key) {
        return file.stream().flatMap(group -> group.fields().stream()).filter(spec -> spec.key().equals(key)).findFirst()
                .map(spec -> new FieldSpec(key, spec.type(), false, true, spec.sensitivity(), spec.source(), spec.since()))
                .orElseThrow(() -> new IllegalStateException("no field " + key));
    }
}
