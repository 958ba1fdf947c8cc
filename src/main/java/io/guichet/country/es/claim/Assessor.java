package io.guichet.country.es.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Finding.Code;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.es.adjudication.Care;
import io.guichet.country.es.adjudication.Insured;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Period;
import io.guichet.country.es.adjudication.Rules;
import io.guichet.country.es.adjudication.Usage;
import io.guichet.country.es.claim.InsuredFile.Authorised;
import io.guichet.country.es.claim.InvoiceStore.Stored;
import io.guichet.country.es.claim.InvoiceStore.StoredLine;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the rules say of an undecided request: amounts, and why somebody has to look at it.
final class Assessor {

    private final Stored claim;
    private final List<StoredLine> lines;
    private final InsuredFile file;
    private final Usage usage;
    private final Beside beside;
    private final Function<MissingPapers, List<Finding>> lacking;
    private final List<Finding> findings = new ArrayList<>();

    private Assessor(Stored claim, List<StoredLine> lines, InsuredFile file, Usage usage, Beside beside,
                     Function<MissingPapers, List<Finding>> lacking) {
        this.claim = claim;
        this.lines = lines;
        this.file = file;
        this.usage = usage;
        this.beside = beside;
        this.lacking = lacking;
    }

    /// @param file    of the claim's person, locked
    /// @param usage   of their limits; what the claim uses is added
    /// @param beside  what stands beside the claim
    /// @param lacking which of the papers that it needs are not there
    static Assessment assess(Stored claim, List<StoredLine> lines, InsuredFile file, Usage usage, Beside beside,
                             Function<MissingPapers, List<Finding>> lacking) {
        return new Assessor(claim, lines, file, usage, beside, lacking).assess();
    }

    private Assessment assess() {
        List<LineDecision> decided = new ArrayList<>();
        Insured insured = file.insured();
        for (StoredLine line : lines) {
            Care care = new Care(line.act(), line.day(), line.euros(), claim.abroad(), claim.inNetwork(), leave(file.authorisations(), line));
            LineDecision decision = file.modality(line.day()).map(modality -> Rules.reimburse(modality, insured, care, usage))
                    .orElseGet(() -> uncovered(care));
            look(decision, line, decided.size());
            decided.add(decision);
        }
        lookAround();
        lookForInvoice(decided);
        return new Assessment(new ClaimDecision(decided), findings);
    }

    private static LineDecision uncovered(Care care) {
        return Rules.nothing(care, new Step("OUTSIDE_COVER", Money.ZERO, UserMessage.of("es.step.OUTSIDE_COVER", care.day()), "", List.of()));
    }

    /// The authorisation that holds on the day, else the latest of the act: it says until when there was one.
    private static @Nullable Period leave(List<Authorised> authorisations, StoredLine line) {
        List<Period> ofAct = authorisations.stream().filter(each -> each.act() == line.act()).map(Authorised::period).toList();
        return ofAct.stream().filter(period -> period.holds(line.day())).findFirst()
                .orElseGet(() -> ofAct.isEmpty() ? null : ofAct.getFirst());
    }

    private void look(LineDecision decision, StoredLine line, int place) {
        for (Step step : decision.steps()) {
            code(step.rule()).ifPresent(code -> findings.add(new Finding(code, step.sentence(), place)));
        }
        Money usual = Money.euros(usual(line.act()));
        if (line.euros() > usual.minor()) {
            findings.add(new Finding(Code.UNUSUAL_AMOUNT, UserMessage.of("es.finding.unusual", Money.euros(line.euros()), usual), place));
        }
    }

    private static Optional<Code> code(String rule) {
        return switch (rule) {
            case "OUTSIDE_COVER" -> Optional.of(Code.OUTSIDE_COVER);
            case "NOT_COVERED", "IN_NETWORK", "NOT_IN_NETWORK" -> Optional.of(Code.NOT_COVERED);
            case "WAITING" -> Optional.of(Code.WAITING_PERIOD);
            case "NO_AUTHORISATION", "AUTHORISATION_OVER" -> Optional.of(Code.NO_AUTHORISATION);
            case "PER_YEAR", "CAPITAL" -> Optional.of(Code.OVER_LIMIT);
            default -> Optional.empty();
        };
    }

    /// Three times what private providers ask at most for such an act, cents.
    private static long usual(MedicalAct act) {
        return switch (act) {
            case CONSULTA -> 27_000;
            case ESPECIALISTA -> 54_000;
            case URGENCIA -> 72_000;
            case FISIOTERAPIA -> 16_500;
            case PRUEBA_COMPLEJA -> 270_000;
            case HOSPITALIZACION -> 1_200_000;
            case PARTO -> 1_650_000;
            case CIRUGIA -> 1_800_000;
        };
    }

    /// What is given back is given back on the invoice: it has to be handed in. What files bring was looked at by who sent them.
    private void lookForInvoice(List<LineDecision> decided) {
        if (claim.entered() && decided.stream().anyMatch(line -> line.insurerPaid().minor() > 0)) {
            MissingPapers papers = new MissingPapers();
            papers.need("invoice", -1);
            findings.addAll(lacking.apply(papers));
        }
    }

    private void lookAround() {
        beside.sameCare().forEach((line, number) ->
                findings.add(new Finding(Code.DUPLICATE, UserMessage.of("es.finding.duplicate", number), line)));
        if (beside.sameInvoice() != null) {
            findings.add(new Finding(Code.SAME_INVOICE, UserMessage.of("es.finding.sameInvoice", beside.sameInvoice()), -1));
        }
        if (claim.nif() == null && !claim.abroad()) {
            findings.add(new Finding(Code.UNKNOWN_PROVIDER, UserMessage.of("es.finding.noProvider"), -1));
        }
        if (!file.hasAccount()) {
            findings.add(new Finding(Code.NO_ACCOUNT, UserMessage.of("es.finding.noAccount"), -1));
        }
        for (String kind : beside.alike()) {
            alike(kind).filter(found -> findings.stream().noneMatch(each -> each.code() == found.code())).ifPresent(findings::add);
        }
    }

    /// What the same mark on a request of anybody means. Whose it is stays unsaid: it may be a stranger's.
    private static Optional<Finding> alike(String kind) {
        return switch (kind) {
            case "care" -> Optional.of(new Finding(Code.DUPLICATE, UserMessage.of("es.finding.careKnown"), -1));
            case "invoice" -> Optional.of(new Finding(Code.SAME_INVOICE, UserMessage.of("es.finding.invoiceKnown"), -1));
            case "account" -> Optional.of(new Finding(Code.SHARED_ACCOUNT, UserMessage.of("es.finding.accountShared"), -1));
            case "document" -> Optional.of(new Finding(Code.REUSED_DOCUMENT, UserMessage.of("es.finding.documentReused"), -1));
            default -> Optional.empty();
        };
    }
}
