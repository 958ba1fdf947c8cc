package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.MemberContract;
import io.guichet.country.field.FieldValues;
import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.kernel.FileKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EsMembersTest extends MemberContract {

    EsMembersTest() {
        super(new Spain(), new Shape("es.asegurado", "id", "es.contacto", "asegurado", "es.member.firstSurname",
                "es.member.mobile", "+34612345678", "es.member.conditions", "Fractura de clavícula"));
    }

    @Test
    void theDocumentMustFitItsType() {
        assertThat(problems(Map.of("es.member.documentType", "DNI", "es.member.document", "54362315K"))).isEmpty();
        assertThat(problems(Map.of("es.member.documentType", "NIE", "es.member.document", "X2482300W"))).isEmpty();
        assertThat(problems(Map.of("es.member.documentType", "PASAPORTE", "es.member.document", "PAA123456"))).isEmpty();
        assertThat(problems(Map.of("es.member.documentType", "NIE", "es.member.document", "54362315K")))
                .containsExactly("es.error.documentType");
        assertThat(problems(Map.of("es.member.document", "54362315K"))).containsExactly("es.error.documentTypeMissing");
        assertThat(problems(Map.of("es.member.documentType", "DNI"))).containsExactly("es.error.documentMissing");
    }

    @Test
    void aDocumentNumberIsCheckedByWhatItLooksLike() {
        Document document = new Document();
        assertThat(document.check("54.362.315-k").normalized()).isEqualTo("54362315K");
        assertThat(document.check("54362315Z").refusal()).contains(Reason.CHECKSUM);
        assertThat(document.check("X2482300A").refusal()).contains(Reason.CHECKSUM);
        assertThat(document.check("PAA123456").isValid()).isTrue();
        assertThat(document.check("PA").refusal()).contains(Reason.LENGTH);
        assertThat(document.check("PAÑ123456").refusal()).contains(Reason.FORMAT);
        assertThat(document.mask("54362315K")).isEqualTo("•••6231•-•");
    }

    @Test
    void datesAndCodesAreChecked() {
        assertThat(problems(Map.of("es.member.birthDate", "2999-01-01", "es.member.questionnaireDate", "2999-01-01",
                "es.member.postcode", "53001", "es.member.healthCard", "AB 12", "es.member.recognisedSince", "2020-01-02",
                "es.member.coverFrom", "2020-01-01"))).containsExactly("es.error.birthDateAhead",
                "es.error.questionnaireAhead", "es.error.postcode", "es.error.healthCard", "es.error.seniority");
    }

    private static List<String> problems(Map<String, String> values) {
        return new Spain().members().check(FieldValues.of(values)).stream().map(problem -> problem.message().key()).toList();
    }

    @Test
    void salesSeeCompaniesAndNoPrivatePolicyholder() {
        assertThat(DATABASE.as("sales").<String>read(work -> work.sql(connection -> {
            try (var statement = connection.prepareStatement("SELECT string_agg(DISTINCT tipo, ',') FROM es.tomador");
                    var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }))).isEqualTo("EMPRESA");
        assertThat(DATABASE.query("SELECT count(*) FROM directory.entry e JOIN es.tomador t ON t.id::text = e.reference "
                + "WHERE t.tipo = 'PARTICULAR'")).containsExactly("0");
    }

    @Test
    void theIndexFollowsEveryTableItIsMadeOf() {
        String id = member();
        String member = "'" + id + "'";
        String claim = "00000000-0000-4000-8000-000000000001";
        DATABASE.run("INSERT INTO es.solicitud_reembolso (id, numero, asegurado, recibida, primer_dia, estado) VALUES ('" + claim
                + "', 'R202699999999', " + member + ", '2026-01-01', '2026-01-01', 'RECIBIDA')");
        assertThat(found(FileKind.CLAIM, "R202699999999")).containsExactly(claim);
        assertThat(found(FileKind.MEMBER, "R202699999999")).as("a claim publishes itself alone").isEmpty();
        DATABASE.run("UPDATE es.asegurado SET nombre = 'Zoé', primer_apellido = 'Quiñones', segundo_apellido = NULL WHERE id = " + member);
        assertThat(indexed(FileKind.CLAIM, claim)).containsExactly("R202699999999|Zoé Quiñones");
        DATABASE.run("DELETE FROM es.solicitud_reembolso WHERE id = '" + claim + "'");
        assertThat(indexed(FileKind.CLAIM, claim)).isEmpty();

        String holder = "00000000-0000-4000-8000-000000000002";
        String policy = "00000000-0000-4000-8000-000000000003";
        DATABASE.run("INSERT INTO es.tomador (id, tipo, nif, nombre) VALUES ('" + holder + "', 'EMPRESA', 'B64717838', 'Casa Vieja')");
        DATABASE.run("INSERT INTO es.poliza (id, numero, tomador, efecto, vencimiento, forma_pago) VALUES ('" + policy
                + "', 'S999999999', '" + holder + "', '2020-01-01', '2026-12-31', 'ANUAL')");
        DATABASE.run("UPDATE es.asegurado SET poliza = '" + policy + "' WHERE id = " + member);
        assertThat(found(FileKind.MEMBER, "S999999999")).containsExactly(id);
        assertThat(found(FileKind.MEMBER, "B64717838")).containsExactly(id);
        DATABASE.run("UPDATE es.tomador SET nombre = 'Casa Nueva', nif = 'A58818501' WHERE id = '" + holder + "'");
        assertThat(indexed(FileKind.CONTRACT, policy)).containsExactly("S999999999|Casa Nueva");
        assertThat(indexed(FileKind.COMPANY, holder)).containsExactly("Casa Nueva|");
        assertThat(found(FileKind.MEMBER, "B64717838")).isEmpty();
        assertThat(found(FileKind.MEMBER, "A58818501")).containsExactly(id);
        DATABASE.run("UPDATE es.tomador SET tipo = 'PARTICULAR', nif = '54362315K' WHERE id = '" + holder + "'");
        assertThat(indexed(FileKind.COMPANY, holder)).as("a private policyholder is no company").isEmpty();
        assertThat(indexed(FileKind.CONTRACT, policy)).containsExactly("S999999999|");
        assertThat(found(FileKind.MEMBER, "54362315K")).isEmpty();
    }
}
