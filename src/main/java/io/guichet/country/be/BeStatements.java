package io.guichet.country.be;

import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.paper.Facts;
import io.guichet.country.paper.PaperWords;
import io.guichet.country.paper.StatementBody;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Belgian afrekening, décompte: policy, statement number, payees, guarantees used, and of each line code, description,
/// period, base amount, mutuality, other covers and own share.
final class BeStatements implements StatementForm {

    private static final String BETWEEN = " · ";
    private static final String NONE = "–";

    private static final String HEAD = """
            SELECT f.polis, coalesce(fo.naam, '') AS formule, f.begunstigde, f.rekening, f.factuurnummer, f.franchise,
                   f.andere, f.mutualiteit, z.naam AS ziekenhuis, o.kamer, o.van, o.tot
            FROM be.afrekening f
            LEFT JOIN be.formule fo ON fo.code = f.formule
            LEFT JOIN be.opname o ON o.nummer = f.opname
            LEFT JOIN be.ziekenhuis z ON z.erkenning = o.ziekenhuis
            WHERE f.ogm = ?
            """;
    private static final String LINES = """
            SELECT l.code, p.omschrijving, l.van, l.tot, l.aantal, l.gevraagd, l.basis, l.mutualiteit, l.andere, z.naam AS zorgverlener,
                   coalesce(l.verbruikt, 0) AS verbruikt
            FROM be.factuurlijn l
            JOIN be.prestatie p ON p.code = l.code
            LEFT JOIN be.zorgverlener z ON z.inami = coalesce(l.zorgverlener, l.inami)
            WHERE l.ogm = ? ORDER BY l.rang
            """;

    private final Adjudication rules;

    /// @param rules know what acts are called
    BeStatements(Adjudication rules) {
        this.rules = rules;
    }

    private record Head(String policy, String formula, @Nullable String payee, @Nullable String account, @Nullable String invoice,
                        Money deductible, Money mutuality, Money others, @Nullable String hospital, @Nullable String room,
                        @Nullable LocalDate from, @Nullable LocalDate to) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(row.getString("polis"), row.getString("formule"), row.getString("begunstigde"), row.getString("rekening"),
                    row.getString("factuurnummer"), money(row, "franchise"), money(row, "mutualiteit"), money(row, "andere"),
                    row.getString("ziekenhuis"), row.getString("kamer"), Rows.day(row, "van"), Rows.day(row, "tot"));
        }
    }

    private record Line(String code, String description, LocalDate from, LocalDate to, int times, Money charged, Money base,
                        Money mutuality, Money others, @Nullable String provider, Money used) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(row.getString("code"), row.getString("omschrijving"), Rows.knownDay(row, "van"), Rows.knownDay(row, "tot"),
                    row.getInt("aantal"), money(row, "gevraagd"), money(row, "basis"), money(row, "mutualiteit"), money(row, "andere"),
                    row.getString("zorgverlener"), money(row, "verbruikt"));
        }
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.euros(Rows.cents(row, column));
    }

    @Override
    public StatementBody body(UnitOfWork work, ClaimFile claim, String name, PaperWords words) {
        String ogm = claim.ref().reference();
        Head head = Rows.first(work, HEAD, Head::of, ogm).orElseThrow();
        List<Line> lines = Rows.list(work, LINES, Line::of, ogm);
        // A refusal works no amount out: the lines have what was entered.
        Optional<ClaimDecision> decision = claim.decision().filter(worked -> claim.state() != ClaimState.REJECTED);
        Map<String, String> values = new HashMap<>(facts(claim, head, lines, name, words).values());
        values.put("subject", words.text("be.statement.title"));
        values.put("charged", words.figures(lines.stream().map(Line::charged).reduce(Money.ZERO, Money::plus)));
        values.put("mutuality", words.figures(decision.map(worked -> head.mutuality())));
        values.put("others", words.figures(decision.map(worked -> head.others())));
        values.put("paid", words.figures(decision.map(ClaimDecision::insurerPaid)));
        values.put("own", words.figures(decision.map(ClaimDecision::memberPays)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int rank = i;
            rows.add(row(lines.get(i), decision.map(worked -> worked.lines().get(rank)), words));
        }
        return new StatementBody("be/afrekening", values, rows);
    }

    private static Facts facts(ClaimFile claim, Head head, List<Line> lines, String name, PaperWords words) {
        String payee = head.payee() == null ? words.text("be.claim.payee.VERZEKERDE") : words.text("be.claim.payee." + head.payee());
        return new Facts(words).add("be.statement.number", claim.number())
                .add("be.statement.policy", joined(head.policy(), head.formula()))
                .add("be.statement.insured", name)
                .add("be.statement.received", words.day(claim.received()))
                .add("be.statement.invoice", head.invoice() == null ? "" : head.invoice())
                .add("be.statement.stay", stay(head, words))
                .add("be.statement.payee", head.account() == null ? payee
                        : joined(payee, words.text("be.statement.account", ending(head.account()))))
                .add("be.statement.used", used(lines, words))
                .add("be.statement.deductible", head.deductible().minor() == 0 ? "" : words.amount(head.deductible()));
    }

    private static String stay(Head head, PaperWords words) {
        LocalDate from = head.from();
        if (from == null || head.hospital() == null || head.room() == null) {
            return "";
        }
        LocalDate to = head.to();
        return joined(head.hospital(), words.text("be.claim.room." + head.room()),
                to == null ? words.day(from) : words.text("be.statement.period", words.day(from), words.day(to)));
    }

    /// Of yearly ceilings, by year of care.
    private static String used(List<Line> lines, PaperWords words) {
        Map<Integer, Long> years = lines.stream().filter(line -> line.used().minor() > 0)
                .collect(Collectors.groupingBy(line -> line.from().getYear(), Collectors.summingLong(line -> line.used().minor())));
        return years.isEmpty() ? words.text("be.statement.usedNone") : years.keySet().stream().sorted()
                .map(year -> words.text("be.statement.usedYear", words.amount(Money.euros(years.getOrDefault(year, 0L))), year.toString()))
                .collect(Collectors.joining(BETWEEN));
    }

    private Map<String, Object> row(Line line, Optional<LineDecision> decision, PaperWords words) {
        String what = words.act(rules.acts(line.from()), line.code()).orElse(line.description());
        String times = line.times() == 1 ? "" : words.text("be.statement.times", line.times());
        return Map.of("what", what, "code", joined(line.code(), times, Optional.ofNullable(line.provider()).orElse("")),
                "days", words.days(line.from(), line.to()), "charged", words.figures(line.charged()),
                "base", words.figures(decision.map(worked -> line.base())),
                "mutuality", words.figures(decision.map(worked -> line.mutuality())),
                "others", decision.isPresent() && line.others().minor() == 0 ? NONE : words.figures(decision.map(worked -> line.others())),
                "paid", words.figures(decision.map(LineDecision::insurerPaid)),
                "own", words.figures(decision.map(LineDecision::memberPays)),
                "why", decision.map(words::explanation).orElse(""));
    }

    /// Only the end: a statement lies about on kitchen tables.
    private static String ending(String account) {
        return account.substring(Math.max(0, account.length() - 4));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(BETWEEN));
    }
}
