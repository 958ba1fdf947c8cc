package io.guichet.country.fr;

import io.guichet.country.fr.SampleContracts.Contract;
import io.guichet.country.fr.SampleFamilies.Covered;
import io.guichet.country.fr.SampleFamilies.Family;
import io.guichet.country.fr.sql.Rows;
import io.guichet.country.fr.claim.SampleRetour;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.SampleNames;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Shares;
import io.guichet.kernel.CountryCode;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes sample members of France: employees with their families on their companies' contracts, and the self-employed
/// on their own; with their past, their claims act by act, and the premiums of the last months.
final class FrPopulation implements SamplePopulation {

    private static final int CHUNK = 10_000;
    private static final long FIRST_NUMBER = 100_000_001L;
    private static final long FIRST_CONTRACT = 40_000_001L;
    private static final double SELF_EMPLOYED = 6;

    private final CountryCode country;

    FrPopulation(CountryCode country) {
        this.country = country;
    }

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        if (single(connection, "SELECT count(*) FROM fr.produit WHERE exemple") == 0) {
            new CopyLoad(connection, new SampleCatalogue().read().tables()).flush();
        }
        long number = nextMember(connection);
        long contract = 1 + single(connection,
                "SELECT coalesce(max(numero), " + (FIRST_CONTRACT - 1) + ") FROM fr.contrat");
        Draw draw = new Draw(request.seed(), number);
        SampleTariffs tariffs = SampleTariffs.read(connection);
        SampleWords words = SampleWords.of(FrPeople.class, "sample.txt");
        SampleCare care = new SampleCare(draw, tariffs, nextClaim(connection));
        FrPeople people = new FrPeople(draw, words, request.seed(), number - FIRST_NUMBER, care.doctors());
        SampleContracts contracts = new SampleContracts(draw, new CompanySizes(draw, request.members()), words, contract,
                contract - FIRST_CONTRACT);
        SampleFamilies families = new SampleFamilies(draw, contracts, tariffs);
        SamplePremiums premiums = new SamplePremiums(draw, tariffs);
        List<Family> colleagues = new ArrayList<>();
        List<CopyTable> tables = new ArrayList<>(contracts.tables());
        tables.addAll(people.neighbours());
        tables.addAll(families.tables());
        tables.addAll(care.tables());
        tables.add(premiums.table());
        // the person last: see CopyLoad
        tables.add(people.persons());
        CopyLoad load = new CopyLoad(connection, tables);
        Shares shares = new Shares(request.claims(), request.members());
        Contract company = null;
        int vacancies = 0;
        int owed = 0;
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            Household household = Household.draw(draw, (int) Math.min(8, request.members() - done));
            List<Long> numbers = people.add(household, number + done, null);
            done += numbers.size();
            owed += shares.next(numbers.size());
            boolean last = done == request.members();
            Family family;
            boolean selfEmployed = company != null && vacancies == 0 && draw.percent(SELF_EMPLOYED);
            if (!household.retired() && !selfEmployed) {
                if (vacancies == 0) {
                    if (company != null) {
                        premiums.charge(company, colleagues);
                        colleagues.clear();
                    }
                    company = contracts.company();
                    vacancies = company.vacancies();
                }
                vacancies--;
                family = families.cover(household, numbers, company, !last);
                colleagues.add(family);
            } else {
                Contract alone = contracts.own(numbers.getFirst(), household);
                family = families.cover(household, numbers, alone, false);
                premiums.charge(alone, List.of(family));
            }
            if (!family.covered().isEmpty()) {
                care.add(family.covered(), owed, people.accountEnd());
                owed = 0;
            }
            if (done - flushed >= CHUNK) {
                load.flushBehind();
                flushed = done;
                progress.done(done);
            }
        }
        if (company != null) {
            premiums.charge(company, colleagues);
        }
        load.flush();
        continueNumbers(connection);
        try (Statement statement = connection.createStatement()) {
            // what comes in later is compared with what is still open
            statement.execute("SELECT fr.empreintes_ouvertes()");
        }
        progress.done(done);
        return load.written();
    }

    @Override
    public SampleNames names(Locale language, long seed) {
        SampleWords words = SampleWords.of(FrPeople.class, "sample.txt");
        return new SampleNames(words.list("female"), words.list("male"), words.surnames("surname", language, seed));
    }

    @Override
    public Map<Integer, String> writeMovers(Connection connection, List<Mover> movers, long seed) throws SQLException {
        return new FrMovers(country).write(connection, movers, seed, nextMember(connection), FIRST_NUMBER, nextClaim(connection));
    }

    @Override
    public long writeClaimFile(Connection connection, OutputStream file, long lines, long seed) throws SQLException, IOException {
        Draw draw = new Draw(seed, lines);
        List<String> nirs = Rows.list(connection, """
                SELECT p.nir || lpad(p.cle_nir::text, 2, '0')
                FROM fr.personne p
                JOIN fr.compte_bancaire b ON b.personne = p.numero AND b.iban IS NOT NULL
                WHERE p.nir IS NOT NULL AND EXISTS (SELECT FROM fr.affiliation a JOIN fr.contrat k ON k.numero = a.contrat
                    WHERE a.personne = p.numero AND a.dispense IS NULL AND a.debut < ? AND (a.fin IS NULL OR a.fin > ?)
                      AND (k.fin IS NULL OR k.fin > ?))
                ORDER BY p.numero
                """, row -> row.getString(1), Household.TODAY.minusYears(1), Household.TODAY, Household.TODAY);
        return nirs.isEmpty() ? 0 : new SampleRetour(draw, new SampleCare(draw, SampleTariffs.read(connection), 1).doctors(), Household.TODAY)
                .write(file, nirs, lines);
    }

    @Override
    public long writeClaims(Connection connection, String member, long count, long seed) throws SQLException {
        long person = FrMembers.key(member).orElse(0L);
        List<Covered> periods = Rows.list(connection, """
                SELECT a.debut, least(a.fin, k.fin, ?::date) AS fin, f.produit, coalesce(c.option, f.option) AS option,
                       p.date_naissance, p.sexe
                FROM fr.affiliation a
                JOIN fr.personne p ON p.numero = a.personne
                JOIN fr.contrat k ON k.numero = a.contrat
                JOIN LATERAL (SELECT * FROM fr.formule g WHERE g.contrat = a.contrat ORDER BY g.debut DESC LIMIT 1) f ON true
                LEFT JOIN LATERAL (SELECT option FROM fr.choix_option x WHERE x.contrat = a.contrat AND x.assure = a.assure
                    AND x.produit = f.produit ORDER BY x.debut DESC LIMIT 1) c ON true
                WHERE a.personne = ? AND a.dispense IS NULL AND a.debut <= ? ORDER BY a.debut
                """, row -> new Covered(person, new Household.Person(Household.Role.HEAD, row.getString("sexe").equals("F"),
                        row.getObject("date_naissance", LocalDate.class)), row.getString("produit"), row.getString("option"),
                        row.getObject("debut", LocalDate.class), row.getObject("fin", LocalDate.class)),
                Household.TODAY, person, Household.TODAY);
        if (periods.isEmpty()) {
            return 0;
        }
        String end = Rows.first(connection, "SELECT right(iban, 4) FROM fr.compte_bancaire WHERE personne = ?",
                row -> row.getString(1), person).orElse("0000");
        SampleCare care = new SampleCare(new Draw(seed, person), SampleTariffs.read(connection), nextClaim(connection));
        care.addUnlimited(periods, Math.toIntExact(count), end);
        new CopyLoad(connection, care.tables()).flush();
        return count;
    }

    private static long nextMember(Connection connection) throws SQLException {
        return 1 + single(connection, "SELECT coalesce(max(numero), " + (FIRST_NUMBER - 1) + ") FROM fr.personne");
    }

    private static long nextClaim(Connection connection) throws SQLException {
        // what came in by hand or file is numbered apart, behind
        return 1 + single(connection, "SELECT coalesce(max(numero % 100000000), 0) FROM fr.decompte WHERE numero % 100000000 < 90000000");
    }

    /// What is typed in later is numbered behind the samples.
    static void continueNumbers(Connection connection) throws SQLException {
        for (String table : List.of("fr.personne", "fr.contrat")) {
            Rows.list(connection, "SELECT setval(pg_get_serial_sequence('" + table + "', 'numero'), max(numero)) FROM "
                    + table + " HAVING max(numero) IS NOT NULL", row -> row.getLong(1));
        }
    }

    private static long single(Connection connection, String sql) throws SQLException {
        return Rows.first(connection, sql, row -> row.getLong(1)).orElse(0L);
    }

    /// The references of people by what told them apart.
    static Map<Integer, String> references(List<Mover> movers, long first) {
        Map<Integer, String> references = new HashMap<>();
        movers.forEach(mover -> references.put(mover.id(), Long.toString(first + references.size())));
        return references;
    }
}
