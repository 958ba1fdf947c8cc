package io.guichet.country.fr.claim;

import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Products;
import io.guichet.country.fr.sql.Rows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The cover of many people, read at once: for each day what `Coverage` says of one.
final class ChunkCovers {

    private final Map<Long, LocalDate> births;
    private final Map<Long, List<Terms>> terms = new HashMap<>();
    private final Map<Choice, List<Level>> levels = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Plan>> plans = new HashMap<>();

    private record Period(LocalDate from, @Nullable LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private record Terms(Period covered, Period contract, @Nullable LocalDate suspended, Period held, long number, long head,
                         String product, String level, boolean responsible) {
        boolean holds(LocalDate day) {
            return covered.holds(day) && contract.holds(day) && held.holds(day) && (suspended == null || suspended.isAfter(day));
        }
    }

    private record Choice(long contract, long head, String product) {
    }

    private record Level(String code, Period chosen) {
    }

    private record Granted(Guarantee guarantee, Period period) {
    }

    /// @param births of the people, by number
    ChunkCovers(Connection connection, Map<Long, LocalDate> births) throws SQLException {
        this.births = births;
        Array people = Table.array(connection, "bigint", new ArrayList<>(births.keySet()));
        Rows.list(connection, """
                SELECT a.personne, a.debut, a.fin, a.contrat, a.assure, k.effet, k.fin AS contrat_fin, k.suspendu_depuis,
                       f.debut AS formule_debut, f.fin AS formule_fin, f.produit, f.option, r.responsable
                FROM fr.affiliation a
                JOIN fr.contrat k ON k.numero = a.contrat
                JOIN fr.formule f ON f.contrat = a.contrat
                JOIN fr.produit r ON r.code = f.produit
                WHERE a.personne = ANY (?) AND a.dispense IS NULL
                ORDER BY (a.qualite = 'ASSURE') DESC, a.debut, a.contrat
                """, row -> terms.computeIfAbsent(row.getLong("personne"), person -> new ArrayList<>()).add(terms(row)), people);
        Rows.list(connection, """
                SELECT DISTINCT c.contrat, c.assure, c.produit, c.option, c.debut, c.fin
                FROM fr.affiliation a JOIN fr.choix_option c ON c.contrat = a.contrat AND c.assure = a.assure
                WHERE a.personne = ANY (?)
                """, row -> levels.computeIfAbsent(new Choice(row.getLong("contrat"), row.getLong("assure"), row.getString("produit")),
                        choice -> new ArrayList<>()).add(new Level(row.getString("option"), period(row, "debut", "fin"))), people);
        readPlans(connection);
    }

    private static Period period(ResultSet row, String from, String to) throws SQLException {
        return new Period(row.getObject(from, LocalDate.class), Rows.day(row, to));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(period(row, "debut", "fin"), period(row, "effet", "contrat_fin"), Rows.day(row, "suspendu_depuis"),
                period(row, "formule_debut", "formule_fin"), row.getLong("contrat"), row.getLong("assure"), row.getString("produit"),
                row.getString("option"), row.getBoolean("responsable"));
    }

    private void readPlans(Connection connection) throws SQLException {
        Map<String, Boolean> responsible = new HashMap<>();
        terms.values().forEach(each -> each.forEach(one -> responsible.put(one.product(), one.responsible())));
        Map<String, List<Granted>> granted = new HashMap<>();
        Map<String, Boolean> follows = new HashMap<>();
        Rows.list(connection, """
                SELECT produit, option, debut, fin, code, mode, taux, taux_non_optam, montant, forfait, plafond_annuel, plafond_nombre
                FROM fr.garantie WHERE produit = ANY (?)
                """, row -> {
            String key = Products.code(row.getString("produit"), row.getString("option"));
            follows.put(key, Objects.requireNonNull(responsible.get(row.getString("produit"))));
            return granted.computeIfAbsent(key, code -> new ArrayList<>())
                    .add(new Granted(Coverage.guarantee(row), period(row, "debut", "fin")));
        }, Table.array(connection, "text", new ArrayList<>(responsible.keySet())));
        granted.forEach((key, guarantees) -> plans.put(key, plans(Objects.requireNonNull(follows.get(key)), guarantees)));
    }

    /// A plan for each time in which the guarantees stay the same, by its first day.
    private static TreeMap<LocalDate, Plan> plans(boolean responsible, List<Granted> granted) {
        SortedSet<LocalDate> starts = new TreeSet<>();
        for (Granted each : granted) {
            starts.add(each.period().from());
            if (each.period().to() != null) {
                starts.add(each.period().to().plusDays(1));
            }
        }
        TreeMap<LocalDate, Plan> plans = new TreeMap<>();
        for (LocalDate start : starts) {
            plans.put(start, Plan.of(responsible, granted.stream().filter(each -> each.period().holds(start)).map(Granted::guarantee).toList()));
        }
        return plans;
    }

    /// The cover of one of them.
    Covers of(long person) {
        Map<LocalDate, Optional<Covers.Cover>> days = new HashMap<>();
        return day -> days.computeIfAbsent(day, each -> cover(person, each));
    }

    private Optional<Covers.Cover> cover(long person, LocalDate day) {
        for (Terms each : terms.getOrDefault(person, List.of())) {
            if (each.holds(day)) {
                String level = levels.getOrDefault(new Choice(each.number(), each.head(), each.product()), List.of()).stream()
                        .filter(chosen -> chosen.chosen().holds(day)).findFirst().map(Level::code).orElse(each.level());
                return Optional.of(new Covers.Cover(each.product(), level, each.responsible(), Objects.requireNonNull(births.get(person)),
                        each.head(), plan(each, level, day)));
            }
        }
        return Optional.empty();
    }

    private Plan plan(Terms held, String level, LocalDate day) {
        Map.Entry<LocalDate, Plan> plan = plans.getOrDefault(Products.code(held.product(), level), new TreeMap<>()).floorEntry(day);
        return plan == null ? Plan.of(held.responsible(), List.of()) : plan.getValue();
    }
}
