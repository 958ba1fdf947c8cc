package io.guichet.country.be.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.be.adjudication.Branch;
import io.guichet.country.be.adjudication.ClaimRules;
import io.guichet.country.be.adjudication.Rule;
import io.guichet.country.be.claim.Dossier.Line;
import io.guichet.country.be.claim.Dossier.Reckoned;
import io.guichet.country.be.table.Rows;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.util.ArrayList;
import java.util.List;

/// What the rules say of an undecided statement, and what speaks against deciding it unseen.
final class Judgement {

    /// As many times the honorarium as are far above what is usual: 300 % on top is the most that formulas pay.
    private static final int UNUSUAL = 5;
    /// Cents: above that somebody looks at a line whatever it is.
    private static final long DEAR = 2_500_000;

    private static final String WITHHELD = """
            SELECT coalesce(sum(f.franchise), 0) AS franchise FROM be.afrekening f
            WHERE f.opname = ? AND f.ogm <> ? AND f.toestand IN ('BEREKEND', 'BETAALD')
            """;
    private static final String SAME_CARE = """
            SELECT f.ogm, f.ontvangen FROM be.factuurlijn l JOIN be.afrekening f ON f.ogm = l.ogm
            WHERE l.code = ? AND l.van = ? AND l.gevraagd = ? AND f.verzekerde = ? AND f.ogm <> ? AND f.toestand <> 'GEWEIGERD'
            ORDER BY f.ontvangen DESC LIMIT 1
            """;

    private final UnitOfWork work;
    private final Dossier dossier;
    private final Coverage coverage;
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(UnitOfWork work, Dossier dossier, Coverage coverage) {
        this.work = work;
        this.dossier = dossier;
        this.coverage = coverage;
    }

    /// The caller holds the lock of the person's counters.
    static Assessment of(UnitOfWork work, Dossier dossier) {
        List<Reckoned> lines = dossier.reckon(work);
        Branch branch = dossier.branch(lines);
        Coverage coverage = Coverage.find(work, dossier.member(), branch, dossier.first())
                .orElseThrow(() -> new IllegalStateException("nobody insures the person of " + dossier.ogm()));
        Dossier.Stay stay = dossier.stay();
        long withheld = stay == null || !dossier.within() ? 0
                : Rows.first(work, WITHHELD, row -> Rows.cents(row, "franchise"), stay.number(), dossier.ogm()).orElse(0L);
        ClaimDecision decision = ClaimRules.decide(coverage.terms(work, branch), coverage.standing(work, dossier.member(), withheld),
                lines.stream().map(Reckoned::care).toList());
        Judgement judgement = new Judgement(work, dossier, coverage);
        for (int i = 0; i < lines.size(); i++) {
            judgement.look(i, lines.get(i), decision.lines().get(i), branch);
        }
        judgement.lookAtAll();
        return new Assessment(decision, judgement.findings);
    }

    private void look(int number, Reckoned reckoned, LineDecision decision, Branch branch) {
        Line line = reckoned.line();
        if (coverage.branch() != branch || !coverage.covers(line.from())) {
            find(number, Code.OUTSIDE_COVER, coverage.branch() == branch && coverage.isSuspended(line.from())
                    ? UserMessage.of("be.finding.suspended", line.from()) : UserMessage.of("be.finding.outsideCover", line.from()));
        }
        for (Step step : decision.steps()) {
            look(number, step);
        }
        lookAtProvider(number, reckoned);
        long usual = Math.max(line.base(), 1) * UNUSUAL;
        if (line.charged() > DEAR || reckoned.figures().honorarium() != null && line.charged() > usual) {
            find(number, Code.UNUSUAL_AMOUNT, UserMessage.of("be.finding.unusual", Money.euros(line.charged()), Money.euros(line.base())));
        }
        Rows.first(work, SAME_CARE, row -> UserMessage.of("be.finding.duplicate", Dossiers.printed(row.getString("ogm")), Rows.knownDay(row, "ontvangen")),
                line.code(), line.from(), Entered.euros(line.charged()), dossier.member(), dossier.ogm())
                .ifPresent(same -> find(number, Code.DUPLICATE, same));
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

    /// What the hospital itself invoices names nobody.
    private void lookAtProvider(int number, Reckoned reckoned) {
        String provider = reckoned.line().provider();
        if (provider == null && !dossier.within()) {
            find(number, Code.UNKNOWN_PROVIDER, UserMessage.of("be.finding.noProvider"));
        } else if (provider != null && !reckoned.line().known()) {
            find(number, Code.UNKNOWN_PROVIDER, UserMessage.of("be.finding.unknownProvider", provider));
        }
    }

    private void lookAtAll() {
        boolean account = Rows.first(work, "SELECT iban FROM be.bankrekening WHERE verzekerde = ? AND iban IS NOT NULL",
                row -> true, dossier.member()).isPresent();
        if (!account) {
            find(-1, Code.NO_ACCOUNT, UserMessage.of("be.finding.noAccount"));
        }
        Rows.list(work, "SELECT kind, claim FROM reimbursement.alike('BE', ?)", row -> {
            UserMessage other = UserMessage.of("be.finding.other", Dossiers.printed(row.getString("claim")));
            switch (row.getString("kind")) {
                case "invoice" -> find(-1, Code.SAME_INVOICE, other);
                case "account" -> find(-1, Code.SHARED_ACCOUNT, other);
                case "document" -> find(-1, Code.REUSED_DOCUMENT, other);
                default -> {
                    // the same care: looked for above, where refused statements do not count
                }
            }
            return other;
        }, dossier.ogm());
    }


    private void find(int line, Code code, UserMessage sentence) {
        findings.add(new Finding(code, sentence, line));
    }
}
