package io.guichet.country.es;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Spanish policies.
final class EsContracts implements ContractRecords {

    private final CountryCode country;
    private final List<AmendmentKind> kinds;
    private final EsPolicyFile file;
    private final EsGuarantees guarantees = new EsGuarantees();
    private final EsTariffs tariffs = new EsTariffs();
    private final EsFacts facts;
    private final EsAmending amending;

    /// @param groups the description of a member file
    /// @param rules  what must agree across its fields
    /// @param clock  today
    EsContracts(CountryCode country, List<FieldGroup> groups, Function<FieldValues, List<FieldProblem>> rules, Clock clock) {
        this.country = country;
        this.kinds = new EsAmendments(groups).all();
        this.file = new EsPolicyFile(country);
        this.facts = new EsFacts(country, file);
        this.amending = new EsAmending(country, rules, clock);
    }

    @Override
    public List<Product> products(UnitOfWork work, LocalDate day) {
        return EsSql.list(work, """
                SELECT o.codigo, o.nombre, o.muestra, array_agg(m.codigo ORDER BY m.codigo) AS modalidades
                FROM es.producto o JOIN es.modalidad m ON m.producto = o.id
                WHERE daterange(o.desde, o.hasta, '[]') @> ?::date
                GROUP BY o.id ORDER BY o.nombre, o.codigo
                """, row -> new Product(row.getString("codigo"), row.getString("nombre"), texts(row, "modalidades"),
                row.getBoolean("muestra")), day);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }

    @Override
    public Map<String, List<Offer>> offers(UnitOfWork work, String contract, LocalDate day) {
        return Map.of("es.amendment.option.modality", EsSql.list(work, """
                SELECT m.codigo, o.nombre || ' · ' || m.nombre AS nombre
                FROM es.modalidad m JOIN es.producto o ON o.id = m.producto
                WHERE daterange(o.desde, o.hasta, '[]') @> ?::date ORDER BY o.nombre, m.nombre, m.codigo
                """, row -> new Offer(row.getString("codigo"), row.getString("nombre")), day));
    }

    @Override
    public Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day) {
        return file.find(work, contract, day);
    }

    @Override
    public List<Guarantee> guarantees(UnitOfWork work, String contract, LocalDate day) {
        return EsMembers.key(contract).map(key -> guarantees.of(work, key, day)).orElseGet(List::of);
    }

    @Override
    public Page<CoveredPerson> people(UnitOfWork work, String contract, LocalDate day, String typed, @Nullable String after,
                                      int limit) {
        Optional<UUID> key = EsMembers.key(contract);
        if (key.isEmpty()) {
            return new Page<>(List.of(), false);
        }
        UUID behind = after == null ? null : EsMembers.key(after).orElse(null);
        List<CoveredPerson> rows = EsSql.list(work, """
                WITH gente AS (
                    SELECT a.id, a.fecha_nacimiento, a.parentesco, a.fecha_alta, least(a.fecha_baja, p.fin) AS hasta,
                           es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido) AS nombre,
                           row_number() OVER (ORDER BY t.primer_apellido, t.segundo_apellido, t.nombre, t.id, a.titular <> a.id,
                               a.parentesco, a.fecha_nacimiento, a.id) AS puesto
                    FROM es.asegurado a
                    JOIN es.asegurado t ON t.id = a.titular
                    JOIN es.poliza p ON p.id = a.poliza
                    WHERE a.poliza = ? AND coalesce(least(a.fecha_baja, p.fin) >= ?, true))
                SELECT * FROM gente
                WHERE puesto > coalesce((SELECT g.puesto FROM gente g WHERE g.id = ?), 0)
                    AND (? = '' OR NOT EXISTS (
                        SELECT FROM string_to_table(?, ' ') palabra WHERE NOT es.empieza_por(nombre, palabra)))
                ORDER BY puesto
                LIMIT ?
                """, this::person, key.get(), day, behind, typed.strip(), typed.strip(), limit + 1);
        return new Page<>(rows.subList(0, Math.min(rows.size(), limit)), rows.size() > limit);
    }

    private CoveredPerson person(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new CoveredPerson(new FileRef(country, FileKind.MEMBER, id), row.getString("nombre"),
                EsSql.day(row, "fecha_nacimiento"), EsWords.kinship(row.getString("parentesco")),
                row.getString("parentesco").equals("TITULAR"), EsSql.day(row, "fecha_alta"), EsSql.dayOrNull(row, "hasta"), id);
    }

    @Override
    public Optional<String> coveredWithoutHead(UnitOfWork work, String contract, Set<FileRef> members) {
        Object[] people = members.stream().flatMap(member -> EsMembers.key(member.reference()).stream()).toArray();
        return EsMembers.key(contract).flatMap(key -> work.sql(connection -> {
            Array touched = connection.createArrayOf("uuid", people);
            return EsSql.first(connection, """
                    SELECT es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido)
                    FROM es.asegurado a JOIN es.asegurado t ON t.id = a.titular
                    WHERE a.poliza = ? AND a.titular <> a.id AND (a.id = ANY (?) OR a.titular = ANY (?))
                      AND NOT daterange(a.fecha_alta, a.fecha_baja, '[]') <@ daterange(t.fecha_alta, t.fecha_baja, '[]')
                    ORDER BY a.id LIMIT 1
                    """, row -> row.getString(1), key, touched, touched);
        }));
    }

    @Override
    public List<PremiumLine> premium(UnitOfWork work, String contract, LocalDate day) {
        return EsMembers.key(contract).map(key -> tariffs.premium(work, key, day)).orElseGet(List::of);
    }

    @Override
    public List<AmendmentKind> amendments() {
        return kinds;
    }

    @Override
    public AmendmentResult apply(UnitOfWork work, AmendmentOrder order) {
        return work.sql(connection -> amending.apply(connection, order));
    }

    @Override
    public List<Fact> facts(UnitOfWork work, AmendmentOrder order, Set<FileRef> members) {
        return facts.of(work, order, members);
    }

    /// How often the premium is paid decides no claim.
    @Override
    public boolean movesClaims(String kind) {
        return !kind.equals(EsAmendments.PAYMENT);
    }

    @Override
    public List<TouchedClaim> touchedClaims(UnitOfWork work, Set<FileRef> members, LocalDate from) {
        UUID[] keys = members.stream().map(FileRef::reference).map(EsMembers::key).flatMap(Optional::stream)
                .toArray(UUID[]::new);
        return work.sql(connection -> EsSql.list(connection, "SELECT * FROM es.solicitudes_afectadas(?, ?)",
                row -> new TouchedClaim(new FileRef(country, FileKind.CLAIM, row.getString("id")), row.getString("numero"),
                        new FileRef(country, FileKind.MEMBER, row.getString("asegurado")), EsSql.day(row, "primer_dia"),
                        EsMemberCover.state(row.getString("estado"))),
                connection.createArrayOf("uuid", keys), from));
    }

    @Override
    public List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order) {
        return work.sql(connection -> amending.enrolment().duplicates(connection, order));
    }
}
