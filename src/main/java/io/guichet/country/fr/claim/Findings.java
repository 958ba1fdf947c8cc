package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.Outcome;
import io.guichet.country.fr.claim.ClaimStore.Stored;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What speaks against deciding a statement without looking at it, beside what the rules say of single lines.
final class Findings {

    private static final Set<String> INVOICED = Set.of("OPTIQUE", "AUDIO", "PREVENTION");
    private static final Set<String> INVOICED_ACTS = Set.of("COUR", "ORTHODONTIE", "IMPLANT", "CHAMBRE", "ACCOMPAGNANT", "SEJOUR");
    /// Glasses and hearing aids are paid for on prescription: Code de la sécurité sociale, art. L165-1 and R165-1.
    private static final Set<String> PRESCRIBED = Set.of("OPTIQUE", "AUDIO");
    private static final CountryCode COUNTRY = new CountryCode("FR");
    /// Doctors who charge more than so many times their tariff are looked at.
    private static final int UNUSUAL = 5;
    /// Cents: whatever costs more is looked at.
    private static final long DEAR = 1_000_000;

    private final Connection connection;
    private final Stored claim;
    private final List<StoredAct> acts;
    private final List<Finding> findings = new ArrayList<>();
    private final MissingPapers papers = new MissingPapers();

    Findings(Connection connection, Stored claim, List<StoredAct> acts) {
        this.connection = connection;
        this.claim = claim;
        this.acts = acts;
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
        findings.addAll(papers.findings(connection, COUNTRY, Long.toString(claim.number())));
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
        if (claim.entered() && decided.insurerPaid().minor() > 0) {
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
        for (String kind : Rows.list(connection, "SELECT DISTINCT kind FROM reimbursement.alike('FR', ?) ORDER BY kind",
                row -> row.getString("kind"), Long.toString(claim.number()))) {
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
        List<Integer> twice = Rows.list(connection, """
                SELECT DISTINCT a.rang
                FROM fr.acte a
                JOIN fr.decompte d ON d.personne = ? AND d.numero <> ? AND d.etat <> 'REJETE' AND d.debut_soins <= a.jour
                JOIN fr.acte b ON b.decompte = d.numero AND b.code = a.code AND b.jour = a.jour AND b.depense = a.depense
                WHERE a.decompte = ? ORDER BY a.rang
                """, row -> row.getInt("rang"), claim.person(), claim.number(), claim.number());
        for (int line = 0; line < acts.size(); line++) {
            if (twice.contains(acts.get(line).rank())) {
                add(Code.DUPLICATE, line, "fr.finding.duplicate");
            }
        }
    }

    private void account(ClaimDecision decision) throws SQLException {
        if (decision.insurerPaid().minor() == 0) {
            return;
        }
        Optional<Integer> known = Rows.first(connection, """
                SELECT 1 FROM fr.compte_bancaire b
                WHERE b.iban IS NOT NULL AND b.personne IN (SELECT ? UNION SELECT a.assure FROM fr.affiliation a WHERE a.personne = ?)
                """, row -> row.getInt(1), claim.person(), claim.person());
        if (known.isEmpty()) {
            add(Code.NO_ACCOUNT, -1, "fr.finding.account");
        }
    }
}
