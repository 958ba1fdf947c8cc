package io.guichet.country.fr;

import io.guichet.country.fr.Change.Membership;
import io.guichet.country.fr.sql.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Changes of what is granted: a family's level, a contract's product and level, how its premium is built.
final class FrTerms {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}([.,][0-9]{1,2})?");
    private static final int HALF = 5_000;
    private static final int WHOLE = 10_000;

    private FrTerms() {
    }

    private record Terms(long key, String product, String level, String structure, int share, LocalDate from) {
    }

    private record Choice(long key, long head, String level, LocalDate from) {
    }

    /// A family's level from the effective day on; the base ends what was chosen above it.
    static void option(Change change) throws SQLException {
        Optional<Membership> found = change.holds() ? change.covered(change.effective()) : Optional.empty();
        if (found.isEmpty()) {
            return;
        }
        if (!found.get().isHead()) {
            change.wrong(Change.SUBJECT, "fr.error.headOnly");
            return;
        }
        long head = found.get().person();
        choose(change, head, change.value("fr.amendment.option.level").orElse("BASE"), "fr.amendment.option.level");
        change.touched(head);
        for (Membership each : change.family(head, change.effective())) {
            change.touched(each.person());
        }
    }

    /// Writes the level of a family from the effective day on.
    static void choose(Change change, long head, String level, String field) throws SQLException {
        Optional<Terms> terms = terms(change);
        if (terms.isEmpty()) {
            change.wrong(Change.EFFECTIVE, "fr.error.noTerms", change.effective());
            return;
        }
        boolean base = level.equals("BASE") || level.equals(terms.get().level());
        if (!base && rank(change.connection(), terms.get().product(), level) <= rank(change.connection(), terms.get().product(),
                terms.get().level())) {
            change.wrong(field, "fr.error.noSuchLevel");
            return;
        }
        List<Choice> choices = choices(change, "AND assure = " + head);
        Optional<Choice> later = choices.stream().filter(each -> each.from().isAfter(change.effective())).findFirst();
        if (later.isPresent()) {
            change.wrong(Change.EFFECTIVE, "fr.error.laterChange", later.get().from());
            return;
        }
        Optional<Choice> current = choices.stream().findFirst();
        if (current.isPresent() && current.get().level().equals(level) || current.isEmpty() && base) {
            change.wrong(field, "fr.error.sameLevel");
            return;
        }
        replace(change, current, head, terms.get().product(), base ? "" : level);
    }

    /// Another product or level for everybody.
    static void formula(Change change) throws SQLException {
        String product = change.value("fr.amendment.formula.product").orElse("");
        String level = change.value("fr.amendment.formula.level").orElse("BASE");
        Optional<Terms> current = current(change);
        if (current.isEmpty()) {
            return;
        }
        boolean sold = !Rows.list(change.connection(), """
                SELECT 1 FROM fr.produit WHERE code = ? AND debut <= ? AND (fin IS NULL OR fin >= ?) AND (segment = 'TNS') = ?
                """, row -> 1, product, change.effective(), change.effective(), !change.contract().collective()).isEmpty();
        if (!sold) {
            change.wrong("fr.amendment.formula.product", "fr.error.unknownProduct", product);
        } else if (rank(change.connection(), product, level) < 0) {
            change.wrong("fr.amendment.formula.level", "fr.error.noSuchLevel");
        } else if (current.get().product().equals(product) && current.get().level().equals(level)) {
            change.wrong("fr.amendment.formula.level", "fr.error.sameLevel");
        } else {
            checkTariff(change, product, level, current.get().structure(), "fr.amendment.formula.level");
        }
        if (change.isWrong()) {
            return;
        }
        Terms now = current.get();
        write(change, now, new Terms(0, product, level, now.structure(), now.share(), change.effective()));
        for (Choice choice : choices(change, "")) {
            boolean kept = rank(change.connection(), product, choice.level()) > rank(change.connection(), product, level);
            if (choice.from().isAfter(change.effective())) {
                change.wrong(Change.EFFECTIVE, "fr.error.laterChange", choice.from());
            } else if (!kept || !product.equals(now.product())) {
                replace(change, Optional.of(choice), choice.head(), product, kept ? choice.level() : "");
            }
        }
    }

    /// Another way to build the premium, and what the employer bears of it.
    static void structure(Change change) throws SQLException {
        Optional<Terms> current = current(change);
        if (current.isEmpty()) {
            return;
        }
        Terms now = current.get();
        String structure = change.value("fr.amendment.structure.structure").orElse(now.structure());
        int share = change.value("fr.amendment.structure.share").map(typed -> share(change, typed)).orElse(now.share());
        if (structure.equals(now.structure()) && share == now.share() && !change.isWrong()) {
            change.wrong("fr.amendment.structure.structure", "fr.error.sameStructure");
        }
        checkTariff(change, now.product(), now.level(), structure, "fr.amendment.structure.structure");
        if (!change.isWrong()) {
            write(change, now, new Terms(0, now.product(), now.level(), structure, share, change.effective()));
        }
    }

    private static int share(Change change, String typed) {
        int share = PERCENT.matcher(typed).matches()
                ? new BigDecimal(typed.replace(',', '.')).movePointRight(2).intValueExact() : -1;
        boolean possible = change.contract().collective() ? share >= HALF && share <= WHOLE : share == 0;
        if (!possible) {
            change.wrong("fr.amendment.structure.share", change.contract().collective() ? "fr.error.share" : "fr.error.companyOnly");
        }
        return share;
    }

    private static void checkTariff(Change change, String product, String level, String structure, String field) throws SQLException {
        if (Rows.list(change.connection(), """
                SELECT 1 FROM fr.tarif WHERE produit = ? AND option = ? AND role = ? AND debut <= ? AND (fin IS NULL OR fin >= ?)
                """, row -> 1, product, level, structure, change.effective(), change.effective()).isEmpty()) {
            change.wrong(field, "fr.error.noTariff");
        }
    }

    /// The terms of the effective day, when nothing was agreed for later; says so otherwise.
    private static Optional<Terms> current(Change change) throws SQLException {
        if (!change.holds()) {
            return Optional.empty();
        }
        Optional<LocalDate> later = Rows.first(change.connection(),
                "SELECT debut FROM fr.formule WHERE contrat = ? AND debut > ? ORDER BY debut LIMIT 1",
                row -> row.getObject(1, LocalDate.class), change.contract().number(), change.effective());
        if (later.isPresent()) {
            change.wrong(Change.EFFECTIVE, "fr.error.laterChange", later.get());
            return Optional.empty();
        }
        Optional<Terms> terms = terms(change);
        if (terms.isEmpty()) {
            change.wrong(Change.EFFECTIVE, "fr.error.noTerms", change.effective());
        }
        return terms;
    }

    private static Optional<Terms> terms(Change change) throws SQLException {
        return Rows.first(change.connection(), """
                SELECT numero, produit, option, structure, part_employeur, debut FROM fr.formule
                WHERE contrat = ? AND debut <= ? AND (fin IS NULL OR fin >= ?)
                """, row -> new Terms(row.getLong("numero"), row.getString("produit"), row.getString("option"),
                        row.getString("structure"), row.getInt("part_employeur"), row.getObject("debut", LocalDate.class)),
                change.contract().number(), change.effective(), change.effective());
    }

    private static void write(Change change, Terms before, Terms after) throws SQLException {
        if (before.from().equals(change.effective())) {
            Rows.write(change.connection(), """
                    UPDATE fr.formule SET produit = ?, option = ?, structure = ?, part_employeur = ?, version = version + 1
                    WHERE numero = ?
                    """, after.product(), after.level(), after.structure(), after.share(), before.key());
            return;
        }
        Rows.write(change.connection(), "UPDATE fr.formule SET fin = ?, version = version + 1 WHERE numero = ?",
                change.effective().minusDays(1), before.key());
        Rows.write(change.connection(), """
                INSERT INTO fr.formule (contrat, produit, option, structure, part_employeur, debut) VALUES (?, ?, ?, ?, ?, ?)
                """, change.contract().number(), after.product(), after.level(), after.structure(), after.share(), after.from());
    }

    /// Choices that last on the effective day or begin later, the latest first.
    private static List<Choice> choices(Change change, String condition) throws SQLException {
        return Rows.list(change.connection(), "SELECT numero, assure, option, debut FROM fr.choix_option "
                        + "WHERE contrat = ? AND (fin IS NULL OR fin >= ?) " + condition + " ORDER BY debut DESC",
                row -> new Choice(row.getLong("numero"), row.getLong("assure"), row.getString("option"),
                        row.getObject("debut", LocalDate.class)), change.contract().number(), change.effective());
    }

    /// Closes a choice and opens another; a blank level opens none.
    private static void replace(Change change, Optional<Choice> current, long head, String product, String level)
            throws SQLException {
        boolean sameDay = current.isPresent() && current.get().from().equals(change.effective());
        if (sameDay && level.isEmpty()) {
            change.wrong(Change.EFFECTIVE, "fr.error.beginsThatDay");
        } else if (sameDay) {
            Rows.write(change.connection(), "UPDATE fr.choix_option SET produit = ?, option = ?, version = version + 1 WHERE numero = ?",
                    product, level, current.get().key());
        } else {
            if (current.isPresent()) {
                Rows.write(change.connection(), "UPDATE fr.choix_option SET fin = ?, version = version + 1 WHERE numero = ?",
                        change.effective().minusDays(1), current.get().key());
            }
            if (!level.isEmpty()) {
                Rows.write(change.connection(), """
                        INSERT INTO fr.choix_option (contrat, assure, produit, option, debut) VALUES (?, ?, ?, ?, ?)
                        """, change.contract().number(), head, product, level, change.effective());
            }
        }
    }

    /// The order of a level within its product, −1 when it has none such.
    private static int rank(Connection connection, String product, String level) throws SQLException {
        return Rows.first(connection, "SELECT rang FROM fr.option WHERE produit = ? AND code = ?", row -> row.getInt(1), product,
                level).orElse(-1);
    }
}
