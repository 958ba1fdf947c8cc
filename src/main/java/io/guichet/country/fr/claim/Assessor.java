package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.CareLine;
import io.guichet.country.fr.adjudication.FrenchRules;
import io.guichet.country.fr.adjudication.Guarantee;
import io.guichet.country.fr.adjudication.LineProblem;
import io.guichet.country.fr.adjudication.Mode;
import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Used;
import io.guichet.country.fr.claim.ClaimStore.Stored;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.claim.Covers.Cover;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rules say of an undecided statement: each line under the terms of its day, with what is left of the counters.
final class Assessor {

    /// What pays nothing: nobody covers the day, or the rules do not know the line.
    static final Plan NOTHING = Plan.of(true, Guarantee.of(Mode.NONE, BigDecimal.ZERO, 0, 0));

    private final List<StoredAct> acts;
    private final Covers coverage;
    private final Used counters;
    private final Findings findings;
    private final Map<String, Long> moved = new HashMap<>();

    /// @param counters of the person, locked
    Assessor(List<StoredAct> acts, Covers coverage, Used counters, Findings findings) {
        this.acts = acts;
        this.coverage = coverage;
        this.counters = counters;
        this.findings = findings;
    }

    /// Of a statement that is there.
    static Assessor of(Connection connection, Stored claim, List<StoredAct> acts, Used counters) {
        return new Assessor(acts, new Coverage(connection, claim.person()), counters,
                new Findings(claim.entered(), acts, new StoredSurroundings(connection, claim)));
    }

    Assessment assess() throws SQLException {
        Map<String, List<Integer>> together = new LinkedHashMap<>();
        Map<String, Plan> plans = new HashMap<>();
        LineDecision[] decided = new LineDecision[acts.size()];
        for (int line = 0; line < acts.size(); line++) {
            Optional<Cover> cover = coverage.on(acts.get(line).entered().day());
            Plan plan = cover.map(Cover::plan).orElse(NOTHING);
            CareLine care = line(line);
            if (cover.isEmpty()) {
                findings.add(Code.OUTSIDE_COVER, line, "fr.finding.outside", acts.get(line).entered().day());
            }
            if (care == null || !decidable(plan, care, line)) {
                decided[line] = unknown(acts.get(line).entered());
            } else {
                String key = cover.map(Cover::key).orElse("");
                plans.putIfAbsent(key, plan);
                together.computeIfAbsent(key, each -> new ArrayList<>()).add(line);
            }
        }
        for (Map.Entry<String, List<Integer>> each : together.entrySet()) {
            decide(plans.getOrDefault(each.getKey(), NOTHING), each.getValue(), decided);
        }
        ClaimDecision decision = new ClaimDecision(List.of(decided));
        return new Assessment(decision, findings.of(decision));
    }

    private @Nullable CareLine line(int line) {
        EnteredAct entered = acts.get(line).entered();
        CareAct act = CareAct.of(entered.code());
        if (act == null) {
            findings.add(Code.UNKNOWN_ACT, line, "fr.finding.act", entered.code());
            return null;
        }
        return entered.line(act, 0);
    }

    private boolean decidable(Plan plan, CareLine care, int line) {
        Optional<LineProblem> problem = LineProblem.of(plan, care);
        problem.ifPresent(each -> findings.add(Code.NO_TARIFF, line, each.reason()));
        return problem.isEmpty();
    }

    private void decide(Plan plan, List<Integer> lines, LineDecision[] decided) {
        List<CareLine> cares = new ArrayList<>();
        for (int line : lines) {
            EnteredAct entered = acts.get(line).entered();
            cares.add(entered.line(Objects.requireNonNull(CareAct.of(entered.code())), 0));
        }
        ClaimDecision decision = FrenchRules.decide(plan, cares, this::used);
        for (int i = 0; i < lines.size(); i++) {
            LineDecision line = decision.lines().get(i);
            decided[lines.get(i)] = line;
            for (CounterMove move : line.moves()) {
                moved.merge(key(move.counter(), cares.get(i).first()), move.used(), Long::sum);
            }
        }
    }

    // Of the counters, and of lines of this claim under other terms.
    private long used(String counter, LocalDate day) {
        return counters.of(counter, day) + moved.getOrDefault(key(counter, day), 0L);
    }

    private static String key(String counter, LocalDate day) {
        return counter.equals(Used.GLASSES) ? counter : counter + " " + day.getYear();
    }

    /// A line that the rules do not know: the public insurance's word counts, and the rest stays with the member.
    private static LineDecision unknown(EnteredAct entered) {
        Money charged = Money.euros(entered.charged());
        Money paid = Money.euros(Math.max(0, entered.publicPaid()));
        return new LineDecision(charged, paid, Money.ZERO, charged.minus(paid), List.of(), List.of());
    }
}
