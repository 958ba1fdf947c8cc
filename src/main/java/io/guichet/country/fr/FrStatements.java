package io.guichet.country.fr;

import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.fr.sql.Rows;
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

/// The French décompte de prestations: what was charged, what the Sécurité sociale reckons with and paid, what we pay, and what
/// is left.
final class FrStatements implements StatementForm {

    private static final String BETWEEN = " · ";
    private static final String LINES = """
            SELECT code, jour, quantite, depense, brss, taux FROM fr.acte WHERE decompte = ? ORDER BY rang
            """;

    private final Adjudication rules;
    private final MemberCover cover;

    /// @param rules know what acts are called
    /// @param cover knows which contract covered the person
    FrStatements(Adjudication rules, MemberCover cover) {
        this.rules = rules;
        this.cover = cover;
    }

    /// A line.
    ///
    /// @param rate of the public insurance, percent
    private record Line(String code, LocalDate day, int times, Money charged, Money brss, int rate) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(row.getString("code"), row.getObject("jour", LocalDate.class), row.getInt("quantite"),
                    Money.euros(row.getLong("depense")), Money.euros(row.getLong("brss")), row.getInt("taux"));
        }
    }

    @Override
    public StatementBody body(UnitOfWork work, ClaimFile claim, String name, PaperWords words) {
        long number = Long.parseLong(claim.ref().reference());
        List<Line> lines = work.sql(connection -> Rows.list(connection, LINES, Line::of, number));
        Optional<ClaimDecision> decision = claim.decision();
        LocalDate care = lines.stream().map(Line::day).min(LocalDate::compareTo).orElse(claim.received());
        String contract = cover.covers(work, claim.member().reference(), care).stream()
                .filter(each -> each.state() == Cover.State.RUNNING).findFirst()
                .map(each -> each.number() + BETWEEN + each.product()).orElse("");
        Map<String, String> values = new HashMap<>(new Facts(words).add("fr.statement.number", claim.number())
                .add("fr.statement.contract", contract)
                .add("fr.statement.insured", name)
                .add("fr.statement.received", words.day(claim.received())).values());
        values.put("subject", words.text("fr.statement.title"));
        values.put("charged", words.figures(lines.stream().map(Line::charged).reduce(Money.ZERO, Money::plus)));
        values.put("amo", words.figures(decision.map(ClaimDecision::publicPaid)));
        values.put("amc", words.figures(decision.map(ClaimDecision::insurerPaid)));
        values.put("left", words.figures(decision.map(ClaimDecision::memberPays)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int rank = i;
            rows.add(row(lines.get(i), decision.map(decided -> decided.lines().get(rank)), words));
        }
        return new StatementBody("fr/decompte", values, rows);
    }

    private Map<String, Object> row(Line line, Optional<LineDecision> decision, PaperWords words) {
        String what = words.act(rules.acts(line.day()), line.code()).orElseGet(() -> FrLabels.ACTS.contains(line.code())
                ? words.text(FrLabels.act(line.code())) : line.code());
        String times = line.times() == 1 ? "" : words.text("fr.statement.times", line.times());
        return Map.of("what", what, "code", Stream.of(line.code(), times).filter(part -> !part.isEmpty()).collect(Collectors.joining(BETWEEN)),
                "day", words.day(line.day()), "charged", words.figures(line.charged()),
                "base", words.figures(decision.map(decided -> line.brss())),
                "rate", decision.map(decided -> words.text("fr.statement.percent", line.rate())).orElse(""),
                "amo", words.figures(decision.map(LineDecision::publicPaid)),
                "amc", words.figures(decision.map(LineDecision::insurerPaid)),
                "left", words.figures(decision.map(LineDecision::memberPays)), "why", decision.map(words::explanation).orElse(""));
    }
}
