package io.guichet.country.be.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.be.adjudication.ClaimRules;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.adjudication.Rule;
import io.guichet.country.be.claim.Dossier.Line;
import io.guichet.country.be.claim.Known.SameCare;
import io.guichet.country.claim.Alike;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.claim.MissingPapers;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What the rules say of an undecided statement, and what speaks against deciding it unseen.
final class Judgement {

    /// As many times the honorarium as are far above what is usual: 300 % on top is the most that formulas pay.
    private static final int UNUSUAL = 5;
    /// Cents: above that somebody looks at a line whatever it is.
    private static final long DEAR = 2_500_000;
    /// Paid on the provider's own invoice.
    private static final Set<Rubriek> INVOICED = Set.of(Rubriek.TANDPROTHESE, Rubriek.ORTHODONTIE);

    private final Dossier dossier;
    private final Known known;
    private final Function<MissingPapers, List<Finding>> lacking;
    private final MissingPapers papers = new MissingPapers();
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(Dossier dossier, Known known, Function<MissingPapers, List<Finding>> lacking) {
        this.dossier = dossier;
        this.known = known;
        this.lacking = lacking;
    }

    /// @param known   of this statement, and others perhaps; read under the lock of the person's counters
    /// @param lacking which of the papers that it needs are not there
    static Assessment of(Dossier dossier, Known known, Function<MissingPapers, List<Finding>> lacking) {
        return new Judgement(dossier, known, lacking).judge();
    }

    private Assessment judge() {
        List<Covered> lines = known.covered(dossier);
        List<LineDecision> decisions = decide(lines);
        for (int i = 0; i < lines.size(); i++) {
            look(i, lines.get(i), decisions.get(i));
        }
        lookAtAll();
        return new Assessment(new ClaimDecision(decisions), findings);
    }

    /// Lines of one policy together, in their order; what they use of a formula's ceiling is used for lines of another policy with
    /// that formula.
    private List<LineDecision> decide(List<Covered> lines) {
        long withheld = known.withheld(dossier);
        Map<String, Map<Integer, Long>> used = new HashMap<>();
        LineDecision[] decided = new LineDecision[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (decided[i] != null) {
                continue;
            }
            Covered first = lines.get(i);
            Map<Integer, Long> ceilings = used.computeIfAbsent(first.coverage().formula(),
                    formula -> new HashMap<>(known.people().used(dossier.member(), formula)));
            List<Integer> together = IntStream.range(i, lines.size()).filter(each -> lines.get(each).goesWith(first)).boxed().toList();
            ClaimDecision decision = ClaimRules.decide(known.terms(first), first.coverage().standing(ceilings, withheld),
                    together.stream().map(each -> lines.get(each).reckoned().care()).toList());
            for (int each = 0; each < together.size(); each++) {
                LineDecision line = decision.lines().get(each);
                decided[together.get(each)] = explained(lines.get(together.get(each)), line);
                int year = lines.get(together.get(each)).reckoned().line().from().getYear();
                line.moves().forEach(move -> ceilings.merge(year, move.used(), Long::sum));
            }
        }
        return List.of(decided);
    }

    private static LineDecision explained(Covered covered, LineDecision line) {
        if (!covered.isPaid()) {
            return line;
        }
        List<Step> steps = new ArrayList<>(line.steps().size() + 1);
        steps.add(covered.step());
        steps.addAll(line.steps());
        return new LineDecision(line.charged(), line.publicPaid(), line.insurerPaid(), line.memberPays(), steps, line.moves());
    }

    private void look(int number, Covered covered, LineDecision decision) {
        Line line = covered.reckoned().line();
        if (!covered.isPaid()) {
            find(number, Code.OUTSIDE_COVER, covered.coverage().branch() == covered.branch() && covered.coverage().isSuspended(line.from())
                    ? UserMessage.of("be.finding.suspended", line.from()) : UserMessage.of("be.finding.outsideCover", line.from()));
        }
        for (Step step : decision.steps()) {
            look(number, step);
        }
        lookAtProvider(number, line);
        if (dossier.entered() && decision.insurerPaid().minor() > 0) {
            lookAtPapers(number, covered.reckoned().figures().kind());
        }
        long usual = Math.max(line.base(), 1) * UNUSUAL;
        if (line.charged() > DEAR || covered.reckoned().figures().honorarium() != null && line.charged() > usual) {
            find(number, Code.UNUSUAL_AMOUNT, UserMessage.of("be.finding.unusual", Money.euros(line.charged()), Money.euros(line.base())));
        }
        SameCare same = known.same().get(Known.place(dossier.ogm(), number));
        if (same != null) {
            find(number, Code.DUPLICATE, UserMessage.of("be.finding.duplicate", Dossiers.printed(same.ogm()), same.received()));
        }
    }

    private void look(int number, Step step) {
        switch (Rule.valueOf(step.rule())) {
            case WAITING -> find(number, Code.WAITING_PERIOD, UserMessage.of("be.finding.waiting", step.sentence().arguments().getFirst()));
            case CEILING -> find(number, Code.OVER_LIMIT, UserMessage.of("be.finding.overLimit", Money.ZERO.minus(step.amount())));
            case FORBIDDEN -> find(number, Code.NOT_COVERED, UserMessage.of("be.finding.forbidden", step.amount()));
            case TOO_FAR -> find(number, Code.NOT_COVERED,
                    UserMessage.of("be.finding.tooFar", step.sentence().arguments().getFirst(), step.sentence().arguments().getLast()));
            case NOT_COVERED -> find(number, Code.NOT_COVERED, UserMessage.of("be.finding.notCovered"));
            default -> {
                // says how, not whether
            }
        }
    }

    /// What is dear is paid on the invoice, and physiotherapy is had on prescription: nomenclature of health care, art. 7. What files
    /// bring was looked at by who sent them.
    private void lookAtPapers(int number, Rubriek kind) {
        if (dossier.stay() != null || INVOICED.contains(kind)) {
            papers.need("invoice", number);
        }
        if (kind == Rubriek.KINE) {
            papers.need("prescription", number);
        }
    }

    /// What the hospital itself invoices names nobody.
    private void lookAtProvider(int number, Line line) {
        String provider = line.provider();
        if (provider == null && !dossier.within()) {
            find(number, Code.UNKNOWN_PROVIDER, UserMessage.of("be.finding.noProvider"));
        } else if (provider != null && !line.known()) {
            find(number, Code.UNKNOWN_PROVIDER, UserMessage.of("be.finding.unknownProvider", provider));
        }
    }

    private void lookAtAll() {
        findings.addAll(lacking.apply(papers));
        if (!known.people().hasAccount(dossier.member())) {
            find(-1, Code.NO_ACCOUNT, UserMessage.of("be.finding.noAccount"));
        }
        for (Alike alike : known.alike().getOrDefault(dossier.ogm(), List.of())) {
            UserMessage other = UserMessage.of("be.finding.other", Dossiers.printed(alike.other()));
            switch (alike.kind()) {
                case "invoice" -> find(-1, Code.SAME_INVOICE, other);
                case "account" -> find(-1, Code.SHARED_ACCOUNT, other);
                case "document" -> find(-1, Code.REUSED_DOCUMENT, other);
                default -> {
                    // the same care: looked for above, where refused statements do not count
                }
            }
        }
    }

    private void find(int line, Code code, UserMessage sentence) {
        findings.add(new Finding(code, sentence, line));
    }
}
