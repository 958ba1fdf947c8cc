package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Used;
import io.guichet.country.fr.claim.CounterBook.Counter;
import io.guichet.country.fr.sql.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The counters of one person. Whoever reads them to decide locks the person first, so that what they read stays true until
/// they write; the table refuses use beyond its limit whatever anybody does.
final class Counters implements Used {

    private final Connection connection;
    private final long person;
    private final CounterBook book;

    private Counters(Connection connection, long person, CounterBook book) {
        this.connection = connection;
        this.person = person;
        this.book = book;
    }

    /// Locks the person until the transaction ends, and reads their counters.
    static Counters locked(Connection connection, long person) throws SQLException {
        LocalDate birth = Rows.first(connection, "SELECT date_naissance FROM fr.personne WHERE numero = ? FOR NO KEY UPDATE",
                row -> row.getObject(1, LocalDate.class), person).orElseThrow(() -> new IllegalStateException("no member " + person));
        return read(connection, person, birth);
    }

    /// The counters as they are now: for an answer that nobody acts upon.
    static Counters read(Connection connection, long person, LocalDate birth) throws SQLException {
        return new Counters(connection, person, new CounterBook(birth, Rows.list(connection,
                "SELECT numero, code, utilise, debut, fin FROM fr.compteur WHERE personne = ? ORDER BY numero", Counters::counter, person)));
    }

    /// A row of `compteur`, with its numero, code, utilise, debut and fin.
    static Counter counter(ResultSet row) throws SQLException {
        return new Counter(row.getLong("numero"), row.getString("code"), row.getLong("utilise"), row.getObject("debut", LocalDate.class),
                row.getObject("fin", LocalDate.class));
    }

    @Override
    public long of(String counter, LocalDate day) {
        return book.of(counter, day);
    }

    /// Uses of a counter what an accepted act does, and remembers it with the act.
    ///
    /// @param plan of the day of care: it says how much there is
    void use(CounterMove move, Plan plan, LocalDate day, long claim, int rank) throws SQLException {
        long limit = CounterBook.limit(move, plan, day);
        Optional<Long> known = number(move.counter(), day);
        if (known.isEmpty()) {
            Counter begun = book.begun(move.counter(), day);
            Rows.write(connection, "INSERT INTO fr.compteur (personne, code, unite, plafond, utilise, debut, fin) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    person, move.counter(), CounterBook.unit(move.counter(), plan), limit, move.used(), begun.from, begun.to);
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
