package io.guichet.country.es;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PossibleDuplicate.Why;
import io.guichet.country.es.AmendedPolicy.Insured;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts somebody on a policy: a new person, or one who is known from another policy or an earlier time, whose data then
/// begin as a copy of that row.
final class EsEnrolment {

    private static final String HEAD = "TITULAR";
    private static final String HEAD_FIELD = "es.amendment.enrol.head";
    private static final List<String> NEEDED = List.of("es.member.firstNames", "es.member.firstSurname", "es.member.sex",
            "es.member.birthDate");

    private final CountryCode country;
    private final Function<FieldValues, List<FieldProblem>> rules;

    /// @param rules what must agree across the fields of a member file
    EsEnrolment(CountryCode country, Function<FieldValues, List<FieldProblem>> rules) {
        this.country = country;
        this.rules = rules;
    }

    AmendmentResult apply(Connection connection, AmendedPolicy policy, AmendmentOrder order) throws SQLException {
        FieldValues values = order.values();
        LocalDate day = order.effective();
        List<FieldProblem> problems = new ArrayList<>();
        if (!policy.covers(day)) {
            problems.add(AmendedPolicy.atDay("es.amendment.error.outside", policy.from()));
        }
        Known known = known(connection, order, problems);
        if (order.subject() == null) {
            checkNewcomer(values, day, problems);
            checkDuplicates(connection, order, problems);
        } else if (known != null) {
            checkKnown(connection, policy, known, day, problems);
        }
        String kinship = values.get("es.amendment.enrol.kinship").orElse("");
        if (kinship.isEmpty()) {
            problems.add(required("es.amendment.enrol.kinship"));
        }
        UUID id = UUID.randomUUID();
        UUID head = kinship.equals(HEAD) ? id : kinship.isEmpty() ? null
                : head(connection, policy, values, day, problems).map(Insured::id).orElse(null);
        if (!problems.isEmpty() || head == null) {
            return AmendmentResult.refused(problems);
        }
        insert(connection, policy, order, id, known, kinship, head);
        return AmendmentResult.done(Set.of(AmendedPolicy.file(country, id)));
    }

    /// Members who have the newcomer's document, or their name and birth date: one row for each person, the newest.
    List<PossibleDuplicate> duplicates(Connection connection, AmendmentOrder order) throws SQLException {
        FieldValues values = order.values();
        String document = values.get("es.member.document").orElse(null);
        LocalDate birth = values.get("es.member.birthDate").map(LocalDate::parse).orElse(null);
        return EsSql.list(connection, """
                SELECT DISTINCT ON (igual.documento, a.persona) a.id, a.fecha_nacimiento, igual.documento,
                       es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido) AS nombre
                FROM (SELECT id, true AS documento FROM es.asegurado WHERE numero_documento = ?
                      UNION
                      SELECT id, false FROM es.asegurado
                      WHERE fecha_nacimiento = ? AND (?::text IS NULL OR numero_documento IS DISTINCT FROM ?)
                          AND es.mismo_nombre(nombre, primer_apellido, ?, ?)) igual
                JOIN es.asegurado a ON a.id = igual.id
                ORDER BY igual.documento DESC, a.persona, a.fecha_alta DESC
                LIMIT 20
                """, row -> new PossibleDuplicate(AmendedPolicy.file(country, EsSql.key(row, "id")), row.getString("nombre"),
                EsSql.day(row, "fecha_nacimiento"), row.getBoolean("documento") ? Why.NATIONAL_ID : Why.NAME_AND_BIRTH),
                document, birth, document, document, values.get("es.member.firstNames").orElse(""),
                values.get("es.member.firstSurname").orElse(""));
    }

    /// A row of somebody known.
    private record Known(UUID id, UUID persona) {
    }

    private static @Nullable Known known(Connection connection, AmendmentOrder order, List<FieldProblem> problems)
            throws SQLException {
        FileRef subject = order.subject();
        if (subject == null) {
            return null;
        }
        Optional<UUID> key = EsMembers.key(subject.reference());
        Known known = key.isEmpty() ? null : EsSql.first(connection, "SELECT id, persona FROM es.asegurado WHERE id = ?",
                row -> new Known(EsSql.key(row, "id"), EsSql.key(row, "persona")), key.get()).orElse(null);
        if (known == null) {
            problems.add(AmendedPolicy.atSubject("es.amendment.error.nobody"));
        }
        return known;
    }

    private static void checkKnown(Connection connection, AmendedPolicy policy, Known known, LocalDate day,
                                   List<FieldProblem> problems) throws SQLException {
        EsSql.first(connection, """
                SELECT a.fecha_alta FROM es.asegurado a
                WHERE a.persona = ? AND a.poliza = ? AND coalesce(a.fecha_baja >= ?, true) ORDER BY a.fecha_alta LIMIT 1
                """, row -> EsSql.day(row, "fecha_alta"), known.persona(), policy.id(), day)
                .ifPresent(since -> problems.add(AmendedPolicy.atSubject("es.amendment.error.overlap", since)));
        EsSql.first(connection, "SELECT fecha_nacimiento FROM es.asegurado WHERE id = ? AND fecha_nacimiento > ?",
                row -> EsSql.day(row, "fecha_nacimiento"), known.id(), day)
                .ifPresent(birth -> problems.add(AmendedPolicy.atDay("es.amendment.error.unborn", birth)));
    }

    private void checkNewcomer(FieldValues values, LocalDate day, List<FieldProblem> problems) {
        NEEDED.stream().filter(field -> values.get(field).isEmpty()).forEach(field -> problems.add(required(field)));
        problems.addAll(rules.apply(values.with("es.member.coverFrom", day.toString())));
        values.get("es.member.birthDate").map(LocalDate::parse).filter(birth -> birth.isAfter(day))
                .ifPresent(birth -> problems.add(AmendedPolicy.atDay("es.amendment.error.unborn", birth)));
    }

    private void checkDuplicates(Connection connection, AmendmentOrder order, List<FieldProblem> problems) throws SQLException {
        for (PossibleDuplicate duplicate : duplicates(connection, order)) {
            if (duplicate.why() == Why.NATIONAL_ID) {
                problems.add(new FieldProblem("es.member.document",
                        UserMessage.of("es.amendment.error.known", duplicate.name(), duplicate.birth())));
            } else if (!order.stranger()) {
                problems.add(AmendedPolicy.atSubject("es.amendment.error.maybeKnown", duplicate.name(), duplicate.birth()));
            }
        }
    }

    /// The first insured of the family: by document, or the only one that a private policy has.
    private static Optional<Insured> head(Connection connection, AmendedPolicy policy, FieldValues values, LocalDate day,
                                          List<FieldProblem> problems) throws SQLException {
        String document = values.get(HEAD_FIELD).orElse(null);
        List<Insured> heads = EsSql.list(connection, "SELECT " + AmendedPolicy.INSURED + """
                 FROM es.asegurado a
                WHERE a.poliza = ? AND a.titular = a.id AND (?::text IS NULL OR a.numero_documento = ?)
                    AND a.fecha_alta <= ? AND coalesce(a.fecha_baja >= ?, true)
                ORDER BY a.fecha_alta LIMIT 2
                """, Insured::read, policy.id(), document, document, day, day);
        if (document == null && (policy.company() || heads.size() != 1)) {
            problems.add(required(HEAD_FIELD));
            return Optional.empty();
        }
        if (heads.isEmpty()) {
            problems.add(new FieldProblem(HEAD_FIELD, UserMessage.of("es.amendment.error.noHead")));
        }
        return heads.stream().findFirst();
    }

    private static void insert(Connection connection, AmendedPolicy policy, AmendmentOrder order, UUID id, @Nullable Known known,
                               String kinship, UUID head) throws SQLException {
        FieldValues values = order.values();
        String seniority = values.get("es.member.recognisedSince").orElse(null);
        if (known == null) {
            EsSql.update(connection, """
                    INSERT INTO es.asegurado (id, persona, poliza, parentesco, titular, fecha_alta, antiguedad_reconocida,
                        tipo_documento, numero_documento, nombre, primer_apellido, segundo_apellido, fecha_nacimiento, sexo, naf, idioma)
                    VALUES (?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?::date, ?, ?, ?)
                    """, id, id, policy.id(), kinship, head, order.effective(), seniority, text(values, "documentType"),
                    text(values, "document"), text(values, "firstNames"), text(values, "firstSurname"),
                    text(values, "secondSurname"), text(values, "birthDate"), text(values, "sex"), text(values, "naf"),
                    values.get("es.member.language").orElse("es"));
        } else {
            EsSql.update(connection, """
                    INSERT INTO es.asegurado (id, persona, poliza, parentesco, titular, fecha_alta, antiguedad_reconocida,
                        tipo_documento, numero_documento, nombre, primer_apellido, segundo_apellido, fecha_nacimiento, sexo, naf, idioma)
                    SELECT ?, persona, ?, ?, ?, ?, ?::date, tipo_documento, numero_documento, nombre, primer_apellido,
                        segundo_apellido, fecha_nacimiento, sexo, naf, idioma
                    FROM es.asegurado WHERE id = ?
                    """, id, policy.id(), kinship, head, order.effective(), seniority, known.id());
        }
        beside(connection, values, id, known == null ? null : known.id());
    }

    /// What is told counts; what is not told, a known person has from before, and a relative shares the head's home.
    private static void beside(Connection connection, FieldValues values, UUID id, @Nullable UUID before) throws SQLException {
        EsSql.update(connection, """
                INSERT INTO es.contacto (asegurado, movil, telefono, correo)
                SELECT ?, coalesce(?, c.movil), coalesce(?, c.telefono), coalesce(?, c.correo)
                FROM (VALUES (1)) una LEFT JOIN es.contacto c ON c.asegurado = ?
                """, id, text(values, "mobile"), text(values, "phone"), text(values, "email"), before);
        boolean told = values.get("es.member.street").isPresent() || values.get("es.member.postcode").isPresent();
        if (told) {
            EsSql.update(connection, """
                    INSERT INTO es.domicilio (asegurado, tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, id, text(values, "streetType"), text(values, "street"), text(values, "houseNumber"),
                    text(values, "floorDoor"), text(values, "postcode"), text(values, "city"));
        } else {
            EsSql.update(connection, """
                    INSERT INTO es.domicilio (asegurado, tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio)
                    SELECT a.id, d.tipo_via, d.nombre_via, d.numero, d.piso_puerta, d.codigo_postal, d.municipio
                    FROM es.asegurado a JOIN es.domicilio d ON d.asegurado = coalesce(?, a.titular)
                    WHERE a.id = ? AND d.asegurado <> a.id
                    """, before, id);
        }
        EsSql.update(connection, """
                INSERT INTO es.cuenta_bancaria (asegurado, iban, titular)
                SELECT a.id, coalesce(?, b.iban), CASE WHEN ?::text IS NULL THEN b.titular ELSE ? END
                FROM es.asegurado a LEFT JOIN es.cuenta_bancaria b ON b.asegurado = coalesce(?, a.titular)
                WHERE a.id = ?
                """, text(values, "iban"), text(values, "iban"), text(values, "accountHolder"), before, id);
    }

    private static @Nullable String text(FieldValues values, String field) {
        return values.get("es.member." + field).orElse(null);
    }

    private static FieldProblem required(String field) {
        return new FieldProblem(field, UserMessage.of("country.error.required"));
    }
}
