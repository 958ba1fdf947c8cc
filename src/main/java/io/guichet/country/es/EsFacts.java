package io.guichet.country.es;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.Fact;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldType;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person compares before and after a change: the policy's own facts, then those of each member it is about.
final class EsFacts {

    private static final String MEMBER = """
            SELECT es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido) AS nombre, a.parentesco, a.fecha_alta,
                   a.fecha_baja, a.motivo_baja, a.antiguedad_reconocida,
                   concat_ws(' ', initcap(d.tipo_via), d.nombre_via, d.numero, d.piso_puerta) AS calle,
                   concat_ws(' ', d.codigo_postal, d.municipio) AS lugar, b.iban
            FROM es.asegurado a
            LEFT JOIN es.domicilio d ON d.asegurado = a.id
            LEFT JOIN es.cuenta_bancaria b ON b.asegurado = a.id
            WHERE a.id = ?
            """;

    /// A fact and the column it is read from.
    private record Source(String key, FieldType type, String column) {
    }

    private static final List<Source> OF_MEMBERS = List.of(
            new Source("es.member.kinship", new FieldType.Choice(EsWords.KINSHIPS), "parentesco"),
            new Source("es.member.coverFrom", new FieldType.Day(), "fecha_alta"),
            new Source("es.member.coverUntil", new FieldType.Day(), "fecha_baja"),
            new Source("es.amendment.terminate.reason", new FieldType.Choice(
                    List.of("CESE", "SEPARACION", "EDAD", "FALLECIMIENTO", "TRASLADO", "VOLUNTARIA")), "motivo_baja"),
            new Source("es.member.recognisedSince", new FieldType.Day(), "antiguedad_reconocida"),
            new Source("es.fact.street", new FieldType.Text(160), "calle"),
            new Source("es.member.city", new FieldType.Text(90), "lugar"),
            new Source("es.member.iban", new FieldType.Identifier(new Iban()), "iban"));

    private static final List<String> OF_POLICY = List.of("es.contract.product", "es.contract.option", "es.contract.modality",
            "es.contract.expiry", "es.contract.end", "es.contract.suspended", "es.contract.payment");

    private final CountryCode country;
    private final EsPolicyFile policies;

    EsFacts(CountryCode country, EsPolicyFile policies) {
        this.country = country;
        this.policies = policies;
    }

    List<Fact> of(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        List<Fact> facts = new ArrayList<>();
        FileRef policy = new FileRef(country, FileKind.CONTRACT, order.contract());
        Optional<ContractFile> file = policies.find(work, order.contract(), order.effective());
        file.ifPresent(found -> found.groups().stream().flatMap(group -> group.fields().stream())
                .filter(field -> OF_POLICY.contains(field.key()))
                .forEach(field -> facts.add(new Fact(policy, found.number(), UserMessage.of(field.key()), field.type(),
                        found.values().get(field.key()).orElse(null), field.key()))));
        file.ifPresent(found -> facts.add(new Fact(policy, found.number(), UserMessage.of("es.fact.people"),
                new FieldType.Text(9), String.valueOf(found.people()), "es.fact.people")));
        members.stream().sorted(Comparator.comparing(FileRef::reference)).forEach(member -> addMember(work, member, facts));
        return facts;
    }

    /// Who is not there, not yet or no more, has the same facts without values.
    private static void addMember(UnitOfWork work, FileRef member, List<Fact> facts) {
        Optional<UUID> key = EsMembers.key(member.reference());
        boolean found = key.isPresent() && !EsSql.list(work, MEMBER, row -> {
            String name = row.getString("nombre");
            for (Source source : OF_MEMBERS) {
                facts.add(fact(member, name, source, text(row, source.column())));
            }
            return name;
        }, key.get()).isEmpty();
        if (!found) {
            OF_MEMBERS.forEach(source -> facts.add(fact(member, "", source, null)));
        }
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null || value.isBlank() ? null : value;
    }

    private static Fact fact(FileRef member, String name, Source source, @Nullable String value) {
        return new Fact(member, name, UserMessage.of(source.key()), source.type(), value, source.key());
    }
}
