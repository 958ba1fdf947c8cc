package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.fr.adjudication.Figures;
import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Used;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The counters of one person. Whoever reads them to decide locks the person first, so that what they read stays true until
/// they write; the table refuses use beyond its limit whatever anybody does.
final class Counters implements Used {

    private static final int INFANT = 6;
    private static final int CHILD = 16;

    private final Connection connection;
    private final long person;
    private final LocalDate birth;
    private final List<Counter> counters;

    private record Counter(long number, String code, long used, LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private Counters(Connection connection, long person, LocalDate birth, List<Counter> counters) {
        this.connection = connection;
        this.person = person;
        this.birth = birth;
        this.counters = counters;
    }

    /// Locks the person until the transaction ends, and reads their counters.
    static Counters locked(Connection connection, long person) throws SQLException {
        LocalDate birth = Rows.first(connection, "SELECT date_naissance FROM fr.personne WHERE numero = ? FOR NO KEY UPDATE",
                row -> row.getObject(1, LocalDate.class), person).orElseThrow(() -> new IllegalStateException("no member " + person));
        return read(connection, person, birth);
    }

    /// The counters as they are now: for an answer that nobody acts upon.
    static Counters read(Connection connection, long person, LocalDate birth) throws SQLException {
        return new Counters(connection, person, birth, Rows.list(connection,
                "SELECT numero, code, utilise, debut, fin FROM fr.compteur WHERE personne = ? ORDER BY numero",
                row -> new Counter(row.getLong("numero"), row.getString("code"), row.getLong("utilise"),
                        row.getObject("debut", LocalDate.class), row.getObject("fin", LocalDate.class)), person));
    }

    @Override
    public long of(String counter, LocalDate day) {
        if (counter.equals(GLASSES)) {
            LocalDate until = renewedAfter(day);
            return counters.stream().filter(each -> each.code().equals(GLASSES) && each.used() > 0
                    && !each.from().isAfter(until) && !each.to().isBefore(day)).mapToLong(Counter::used).sum();
        }
        return counters.stream().filter(each -> each.code().equals(counter) && each.holds(day)).mapToLong(Counter::used).sum();
    }

    /// The last day of the period in which glasses had on that day are not renewed: six months below 6, a year below 16, two
    /// years later on.
    LocalDate renewedAfter(LocalDate day) {
        LocalDate next = day.isBefore(birth.plusYears(INFANT)) ? day.plusMonths(6)
                : day.isBefore(birth.plusYears(CHILD)) ? day.plusYears(1) : day.plusYears(2);
        return next.minusDays(1);
    }

    /// Uses of a counter what an accepted act does, and remembers it with the act.
    ///
    /// @param plan of the day of care: it says how much there is
    void use(CounterMove move, Plan plan, LocalDate day, long claim, int rank) throws SQLException {
        boolean glasses = move.counter().equals(GLASSES);
        LocalDate from = glasses ? day : day.withDayOfYear(1);
        LocalDate to = glasses ? renewedAfter(day) : day.withDayOfYear(day.lengthOfYear());
        long limit = limit(move, plan, day);
        Optional<Long> known = number(move.counter(), day);
        if (known.isEmpty()) {
            Rows.write(connection, "INSERT INTO fr.compteur (personne, code, unite, plafond, utilise, debut, fin) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    person, move.counter(), unit(move.counter(), plan), limit, move.used(), from, to);
            known = number(move.counter(), day);
        } else {
            Rows.write(connection, "UPDATE fr.compteur SET utilise = utilise + ?, plafond = greatest(plafond, ?), version = version + 1 "
                    + "WHERE numero = ?", move.used(), limit, known.get());
        }
        Rows.write(connection, "INSERT INTO fr.mouvement (decompte, rang, compteur, quantite) VALUES (?, ?, ?, ?)", claim, rank,
                known.orElseThrow(() -> new IllegalStateException("the file of the member is not open")), move.used());
    }

    private Optional<Long> number(String code, LocalDate day) throws SQLException {
        return Rows.first(connection, "SELECT numero FROM fr.compteur WHERE personne = ? AND code = ? AND debut <= ? AND fin >= ?",
                row -> row.getLong(1), person, code, day, day);
    }

    private static long limit(CounterMove move, Plan plan, LocalDate day) {
        return switch (move.counter()) {
            case GLASSES -> 1;
            case FLAT_CONTRIBUTIONS -> Objects.requireNonNull(Figures.published().parameter("PF_ANNEE").at(day)).value();
            default -> {
                Guarantee guarantee = plan.guarantee(move.counter());
                if (guarantee == null) {
                    throw new IllegalArgumentException("the plan counts no " + move.counter());
                }
                yield guarantee.limit();
            }
        };
    }

    private static String unit(String counter, Plan plan) {
        Guarantee guarantee = plan.guarantee(counter);
        return counter.equals(GLASSES) ? "EQUIPEMENT" : guarantee == null ? "CENTIME" : switch (guarantee.unit()) {
            case TIMES -> "SEANCE";
            case DAYS -> "JOUR";
            default -> "CENTIME";
        };
    }

    /// Gives back exactly what a statement used; a counter that nothing else ever moved goes with it.
    static void giveBack(Connection connection, long claim) throws SQLException {
        Rows.write(connection, """
                UPDATE fr.compteur c SET utilise = c.utilise - m.quantite, version = c.version + 1
                FROM (SELECT compteur, sum(quantite) AS quantite FROM fr.mouvement WHERE decompte = ? GROUP BY compteur) m
                WHERE c.numero = m.compteur
                """, claim);
        List<Long> moved = Rows.list(connection, "SELECT DISTINCT compteur FROM fr.mouvement WHERE decompte = ?", row -> row.getLong(1), claim);
        Rows.write(connection, "DELETE FROM fr.mouvement WHERE decompte = ?", claim);
        for (long counter : moved) {
            Rows.write(connection, "DELETE FROM fr.compteur WHERE numero = ? AND utilise = 0", counter);
        }
    }

    /// What accepted acts of a statement use, by their rank.
    static Map<Integer, List<CounterMove>> moves(Connection connection, long claim) throws SQLException {
        Map<Integer, List<CounterMove>> moves = new HashMap<>();
        Rows.list(connection, """
                SELECT m.rang, c.code, m.quantite FROM fr.mouvement m JOIN fr.compteur c ON c.numero = m.compteur
                WHERE m.decompte = ? ORDER BY m.numero
                """, row -> moves.computeIfAbsent(row.getInt("rang"), rank -> new ArrayList<>())
                        .add(new CounterMove(row.getString("code"), row.getLong("quantite"))), claim);
        return moves;
    }
}
