package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.fr.adjudication.Basket;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.Outcome;
import io.guichet.country.fr.adjudication.Sector;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Statements and acts in their tables.
final class ClaimStore {

    private static final int PERCENT_IN_MILLIONTHS = 10_000;
    private static final Map<Sector, String> SECTORS = Map.of(Sector.SECTOR_1, "SECTEUR1", Sector.OPTAM, "OPTAM",
            Sector.NON_OPTAM, "NON_OPTAM");
    private static final Map<Basket, String> BASKETS = Map.of(Basket.HUNDRED_HEALTH, "SANS_RESTE", Basket.MODERATED, "MODERE",
            Basket.FREE, "LIBRE");

    private ClaimStore() {
    }

    /// A statement as it stands.
    record Stored(long number, long person, LocalDate received, String state, @Nullable String invoice, @Nullable LocalDate paidOn,
                  boolean entered, long version) {

        boolean undecided() {
            return state.equals("RECU") || state.equals("EN_COURS");
        }
    }

    /// An act as it stands.
    ///
    /// @param decided what was decided, with its steps; amounts only where it was decided elsewhere
    record StoredAct(int rank, EnteredAct entered, LineDecision decided) {
    }

    static Optional<Stored> find(Connection connection, long claim) throws SQLException {
        return Rows.first(connection, "SELECT numero, personne, recu, etat, facture, paye_le, origine, version FROM fr.decompte WHERE numero = ?",
                row -> new Stored(row.getLong("numero"), row.getLong("personne"), row.getObject("recu", LocalDate.class),
                        row.getString("etat"), row.getString("facture"), Rows.day(row, "paye_le"), isEntered(row.getString("origine")),
                        row.getLong("version")), claim);
    }

    /// Statements from before origins were kept have none; those of files say so, and those of the public insurance's files which
    /// of its claims they are.
    static boolean isEntered(@Nullable String origin) {
        return origin != null && !origin.startsWith("file:") && !origin.startsWith(RetourAmo.ORIGIN);
    }

    /// Codes of the acts without a published tariff.
    private static final String TARIFF_ON_THE_LINE = CareAct.all().stream().filter(act -> act.basis() == CareAct.Basis.LINE)
            .map(CareAct::code).collect(Collectors.joining(","));

    static List<StoredAct> acts(Connection connection, long claim) throws SQLException {
        Map<Integer, List<CounterMove>> moves = Counters.moves(connection, claim);
        return Rows.list(connection, "SELECT * FROM fr.acte WHERE decompte = ? ORDER BY rang",
                row -> act(row, moves.getOrDefault(row.getInt("rang"), List.of())), claim);
    }

    private static StoredAct act(ResultSet row, List<CounterMove> moves) throws SQLException {
        LocalDate day = row.getObject("jour", LocalDate.class);
        LocalDate last = Rows.day(row, "fin");
        CareAct act = CareAct.of(row.getString("code"));
        String steps = row.getString("etapes");
        Long base = Rows.number(row, "brss_declaree");
        Long rate = Rows.number(row, "taux_declare");
        Long told = Rows.number(row, "amo_declare");
        // statements that were here before say beside their amounts what the tariff of such an act was
        boolean older = steps == null && base == null && act != null && act.basis() == CareAct.Basis.LINE;
        if (older) {
            base = row.getLong("brss");
            rate = row.getLong("taux") * PERCENT_IN_MILLIONTHS;
        }
        EnteredAct entered = new EnteredAct(row.getString("code"), day, last == null ? lastOf(act, day, row.getInt("quantite")) : last,
                act != null && act.byDay() || older ? 1 : row.getInt("quantite"), row.getLong("depense"), row.getString("executant"),
                key(SECTORS, row.getString("optam")), flag(row, "parcours"), key(BASKETS, row.getString("panier")),
                base == null ? -1 : base, rate == null ? null : BigDecimal.valueOf(rate, 6), told == null ? -1 : told);
        return new StoredAct(row.getInt("rang"), entered, new LineDecision(Money.euros(row.getLong("depense")),
                Money.euros(row.getLong("amo")), Money.euros(row.getLong("amc")), Money.euros(row.getLong("reste")),
                steps == null ? List.of() : StoredSteps.read(steps), moves));
    }

    /// Nothing is decided yet.
    static final LineDecision UNDECIDED = new LineDecision(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, List.of(), List.of());

    /// What a received act is once it was written and read again.
    static EnteredAct asStored(EnteredAct act) {
        CareAct known = CareAct.of(act.code());
        boolean older = act.base() < 0 && known != null && known.basis() == CareAct.Basis.LINE;
        @Nullable BigDecimal rate = older ? BigDecimal.valueOf((act.rate() == null ? 0L : percent(act.rate())) * PERCENT_IN_MILLIONTHS, 6)
                : act.rate() == null ? null : act.rate().setScale(6, RoundingMode.UNNECESSARY);
        return new EnteredAct(act.code(), act.day(), act.last().equals(act.day()) ? lastOf(known, act.day(), act.quantity()) : act.last(),
                known != null && known.byDay() || older ? 1 : act.quantity(), act.charged(), act.provider(),
                act.sector() != null && SECTORS.containsKey(act.sector()) ? act.sector() : null, act.inPathway(), act.basket(),
                older ? 0 : act.base(), rate, act.publicPaid());
    }

    // Days of a stay stood in the number of acts before their last day had a column.
    private static LocalDate lastOf(@Nullable CareAct act, LocalDate day, int quantity) {
        return act != null && act.byDay() ? day.plusDays(quantity - 1L) : day;
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }

    private static <K> @Nullable K key(Map<K, String> names, @Nullable String name) {
        return names.entrySet().stream().filter(each -> each.getValue().equals(name)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    /// The statement that came from there already.
    static Optional<Long> ofOrigin(Connection connection, String origin) throws SQLException {
        return Rows.first(connection, "SELECT fr.numero_de_origine(?) AS numero", row -> Optional.ofNullable(Rows.number(row, "numero")), origin)
                .flatMap(found -> found);
    }

    /// Numbers of members by their NIR with key.
    ///
    /// @param numbers the NIR without key
    static Map<String, String> membersByNir(Connection connection, String[] numbers) throws SQLException {
        Map<String, String> known = new HashMap<>();
        Rows.list(connection, "SELECT nir || lpad(cle_nir::text, 2, '0') AS nir, numero FROM fr.personne WHERE nir = ANY (?)",
                row -> known.put(row.getString("nir"), row.getString("numero")), connection.createArrayOf("text", numbers));
        return known;
    }

    /// Writes an undecided statement; empty when another transaction wrote one of that origin meanwhile.
    static Optional<Long> insert(Connection connection, long person, LocalDate received, @Nullable String invoice, String origin,
                                 List<EnteredAct> acts) throws SQLException {
        long number = Rows.first(connection, "SELECT fr.nouveau_numero(?)", row -> row.getLong(1), received).orElseThrow();
        Sums sums = Sums.of(acts);
        int written = Rows.write(connection, """
                INSERT INTO fr.decompte (numero, personne, recu, etat, debut_soins, premier_acte, nombre_actes, depense, amo, reste,
                                         facture, origine)
                VALUES (?, ?, ?, 'RECU', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (origine) DO NOTHING
                """, number, person, received, sums.first(), acts.getFirst().code(), acts.size(), sums.charged(), sums.publicPaid(),
                sums.charged() - sums.publicPaid(), invoice, origin);
        if (written == 0) {
            return Optional.empty();
        }
        insert(connection, number, acts);
        return Optional.of(number);
    }

    private record Sums(LocalDate first, long charged, long publicPaid) {
        static Sums of(List<EnteredAct> acts) {
            return new Sums(acts.stream().map(EnteredAct::day).min(LocalDate::compareTo).orElseThrow(),
                    acts.stream().mapToLong(EnteredAct::charged).sum(), acts.stream().mapToLong(act -> Math.max(0, act.publicPaid())).sum());
        }
    }

    /// Columns of a received act, from its statement on to what the public insurance said; `amc` is 0 and `reste` the rest.
    ///
    /// @param claim its statement, in whatever way
    static @Nullable Object[] row(EnteredAct act, Object claim, int rank) {
        return new @Nullable Object[] {claim, rank, act.code(), act.day(), act.last().equals(act.day()) ? null : act.last(),
            act.quantity(), act.provider(), act.charged(), Math.max(0, act.base()), act.rate() == null ? 0 : percent(act.rate()),
            Math.max(0, act.publicPaid()), act.sector() == null ? null : SECTORS.get(act.sector()), act.inPathway(),
            act.basket() == null ? null : BASKETS.get(act.basket()), act.opticalClass(), act.base() < 0 ? null : act.base(),
            act.rate() == null ? null : act.rate().movePointRight(6).intValueExact(), act.publicPaid() < 0 ? null : act.publicPaid()};
    }

    private static void insert(Connection connection, long claim, List<EnteredAct> acts) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO fr.acte (decompte, rang, code, jour, fin, quantite, executant, depense, brss, taux, amo, optam, parcours, panier,
                                     classe_optique, brss_declaree, taux_declare, amo_declare, amc, reste)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                """)) {
            int rank = 0;
            for (EnteredAct act : acts) {
                int i = 0;
                for (Object value : row(act, claim, ++rank)) {
                    statement.setObject(++i, value);
                }
                statement.setLong(++i, act.charged() - Math.max(0, act.publicPaid()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static int percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /// Replaces what was entered of an undecided statement; whether it still was undecided.
    static boolean replace(Connection connection, long claim, LocalDate received, @Nullable String invoice, List<EnteredAct> acts)
            throws SQLException {
        Sums sums = Sums.of(acts);
        int written = Rows.write(connection, """
                UPDATE fr.decompte SET recu = ?, facture = ?, debut_soins = ?, premier_acte = ?, nombre_actes = ?, depense = ?, amo = ?,
                       amc = 0, reste = ?, version = version + 1
                WHERE numero = ? AND etat IN ('RECU', 'EN_COURS')
                """, received, invoice, sums.first(), acts.getFirst().code(), acts.size(), sums.charged(), sums.publicPaid(),
                sums.charged() - sums.publicPaid(), claim);
        if (written == 0) {
            return false;
        }
        Rows.write(connection, "DELETE FROM fr.acte WHERE decompte = ?", claim);
        insert(connection, claim, acts);
        return true;
    }

    /// Writes amounts and steps, and that it is settled.
    static void accept(Connection connection, long claim, List<StoredAct> acts, ClaimDecision decision) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE fr.acte SET brss = ?, taux = ?, amo = ?, amc = ?, reste = ?, motif = ?, "
                + "etapes = ?::jsonb WHERE decompte = ? AND rang = ?")) {
            for (int i = 0; i < acts.size(); i++) {
                LineDecision line = decision.lines().get(i);
                Outcome outcome = Outcome.of(line);
                statement.setLong(1, outcome.base());
                statement.setInt(2, outcome.percent());
                statement.setLong(3, line.publicPaid().minor());
                statement.setLong(4, line.insurerPaid().minor());
                statement.setLong(5, line.memberPays().minor());
                statement.setObject(6, outcome.motive(), Types.VARCHAR);
                statement.setString(7, StoredSteps.write(line.steps()));
                statement.setLong(8, claim);
                statement.setInt(9, acts.get(i).rank());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        change(connection, "etat = 'LIQUIDE', amo = ?, amc = ?, reste = ?", claim, "RECU,EN_COURS", decision.publicPaid().minor(),
                decision.insurerPaid().minor(), decision.memberPays().minor());
    }

    static void pend(Connection connection, long claim) throws SQLException {
        change(connection, "etat = 'EN_COURS'", claim, "RECU,EN_COURS");
    }

    static void reject(Connection connection, long claim, String reason) throws SQLException {
        change(connection, "etat = 'REJETE', motif_rejet = ?", claim, "RECU,EN_COURS", reason);
        Rows.write(connection, "UPDATE fr.acte SET motif = 'REFUSE' WHERE decompte = ?", claim);
    }

    /// What was entered stands again, and nothing else. On older statements tariff and rate are where those of an act without a
    /// published one were entered: there they stay. What was paid for it is kept by who keeps decisions.
    static void reopen(Connection connection, long claim) throws SQLException {
        Rows.write(connection, """
                UPDATE fr.acte a
                SET amc = 0, amo = n.amo, reste = a.depense - n.amo, motif = NULL, etapes = NULL,
                    brss = coalesce(a.brss_declaree, CASE WHEN a.etapes IS NULL OR n.entered THEN a.brss ELSE 0 END),
                    taux = coalesce(round(a.taux_declare / 10000.0)::smallint, CASE WHEN a.etapes IS NULL OR n.entered THEN a.taux ELSE 0 END)
                FROM (SELECT rang, coalesce(amo_declare, CASE WHEN etapes IS NULL THEN amo ELSE 0 END) AS amo,
                             code = ANY (string_to_array(?, ',')) AS entered
                      FROM fr.acte WHERE decompte = ?) n
                WHERE a.decompte = ? AND a.rang = n.rang
                """, TARIFF_ON_THE_LINE, claim, claim);
        change(connection, "etat = 'RECU', motif_rejet = NULL, "
                + "paye_le = NULL, compte_fin = NULL, amc = 0, amo = (SELECT sum(amo) FROM fr.acte a WHERE a.decompte = decompte.numero), "
                + "reste = depense - (SELECT sum(amo) FROM fr.acte a WHERE a.decompte = decompte.numero)", claim, "LIQUIDE,PAYE,REJETE");
    }

    private static void change(Connection connection, String set, long claim, String from, Object... values) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(values));
        arguments.add(claim);
        arguments.add(from);
        if (Rows.write(connection, "UPDATE fr.decompte SET " + set + ", version = version + 1 WHERE numero = ? AND etat = ANY "
                + "(string_to_array(?, ','))", arguments.toArray()) != 1) {
            throw new IllegalStateException("the statement is not " + from);
        }
    }
}
