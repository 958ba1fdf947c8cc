package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.Outcome;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What speaks against deciding a statement without looking at it, beside what the rules say of single lines.
final class Findings {

    private static final Set<String> INVOICED = Set.of("OPTIQUE", "AUDIO", "PREVENTION");
    private static final Set<String> INVOICED_ACTS = Set.of("COUR", "ORTHODONTIE", "IMPLANT", "CHAMBRE", "ACCOMPAGNANT", "SEJOUR");
    /// Glasses and hearing aids are paid for on prescription: Code de la sécurité sociale, art. L165-1 and R165-1.
    private static final Set<String> PRESCRIBED = Set.of("OPTIQUE", "AUDIO");
    /// Doctors who charge more than so many times their tariff are looked at.
    private static final int UNUSUAL = 5;
    /// Cents: whatever costs more is looked at.
    private static final long DEAR = 1_000_000;

    private final boolean enteredHere;
    private final List<StoredAct> acts;
    private final Surroundings surroundings;
    private final List<Finding> findings = new ArrayList<>();
    private final MissingPapers papers = new MissingPapers();

    /// What is known beside the statement.
    interface Surroundings {

        /// Ranks of the acts that stand in another statement of the person too, refused ones aside.
        Set<Integer> twice() throws SQLException;

        /// Kinds of what it is recognised by and another statement is too, in their order: `invoice`, `account`, `document`.
        List<String> alike() throws SQLException;

        /// Which of the papers it needs it has not.
        List<Finding> lacking(MissingPapers papers) throws SQLException;

        /// Whether there is an account to pay to: the person's, or of somebody who brings them the insurance.
        boolean payable() throws SQLException;
    }

    /// @param enteredHere whether somebody entered it here: what files bring was looked at by who sent them
    Findings(boolean enteredHere, List<StoredAct> acts, Surroundings surroundings) {
        this.enteredHere = enteredHere;
        this.acts = acts;
        this.surroundings = surroundings;
    }

    /// Something that a line's assessment found.
    void add(Code code, int line, String key, Object... arguments) {
        findings.add(new Finding(code, UserMessage.of(key, arguments), line));
    }

    /// Something that a line's assessment found, in the words of the rules.
    void add(Code code, int line, UserMessage sentence) {
        findings.add(new Finding(code, sentence, line));
    }

    /// All of them, in the order of lines; those of the claim as a whole first.
    List<Finding> of(ClaimDecision decision) throws SQLException {
        for (int line = 0; line < acts.size(); line++) {
            decided(line, acts.get(line).entered(), decision.lines().get(line));
        }
        findings.addAll(surroundings.lacking(papers));
        duplicates();
        alike();
        account(decision);
        return findings.stream().sorted((one, other) -> Integer.compare(one.line(), other.line())).toList();
    }

    private void decided(int line, EnteredAct entered, LineDecision decided) {
        CareAct act = CareAct.of(entered.code());
        if (act == null) {
            return;
        }
        Outcome outcome = Outcome.of(decided);
        if (outcome.overLimit()) {
            add(Code.OVER_LIMIT, line, "fr.finding.limit", act.label());
        }
        if (outcome.notGranted() && findings.stream().noneMatch(each -> each.line() == line)) {
            add(Code.NOT_COVERED, line, "fr.finding.notGranted", act.label());
        }
        if (act.doctor() && entered.provider() == null) {
            add(Code.UNKNOWN_PROVIDER, line, "fr.finding.provider");
        }
        boolean dear = entered.charged() > DEAR || act.doctor() && outcome.base() > 0 && entered.charged() > UNUSUAL * outcome.base();
        if (dear) {
            add(Code.UNUSUAL_AMOUNT, line, "fr.finding.amount", Money.euros(entered.charged()));
        }
        if (enteredHere && decided.insurerPaid().minor() > 0) {
            papers(line, act);
        }
    }

    /// What the public insurance sends has been looked at there; what members send is looked at here. What is not paid for needs
    /// no proof.
    private void papers(int line, CareAct act) {
        if (INVOICED.contains(act.family()) || INVOICED_ACTS.contains(act.code())) {
            papers.need("invoice", line);
        }
        if (PRESCRIBED.contains(act.family())) {
            papers.need("prescription", line);
        }
    }

    /// Other statements with the same marks. Whose they are stays unsaid: they may be a stranger's.
    private void alike() throws SQLException {
        for (String kind : surroundings.alike()) {
            switch (kind) {
                case "invoice" -> add(Code.SAME_INVOICE, -1, "fr.finding.invoiceKnown");
                case "account" -> add(Code.SHARED_ACCOUNT, -1, "fr.finding.accountShared");
                case "document" -> add(Code.REUSED_DOCUMENT, -1, "fr.finding.documentReused");
                default -> {
                    // the same care is looked for among the acts of the person
                }
            }
        }
    }

    private void duplicates() throws SQLException {
        Set<Integer> twice = surroundings.twice();
        for (int line = 0; line < acts.size(); line++) {
            if (twice.contains(acts.get(line).rank())) {
                add(Code.DUPLICATE, line, "fr.finding.duplicate");
            }
        }
    }

    private void account(ClaimDecision decision) throws SQLException {
        if (decision.insurerPaid().minor() != 0 && !surroundings.payable()) {
            add(Code.NO_ACCOUNT, -1, "fr.finding.account");
        }
    }
}
