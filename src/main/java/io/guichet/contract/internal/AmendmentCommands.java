package io.guichet.contract.internal;

import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Applies and cancels amendments inside a transaction of the caller, who rolls back what is not done.
final class AmendmentCommands {

    static final UserMessage GONE = UserMessage.of("contract.error.gone");
    static final UserMessage MAY_NOT = UserMessage.of("contract.error.mayNotAmend");
    static final String REASON = "reason";
    static final int LONGEST_REASON = 500;
    private static final String CANCELLED = "amendment";

    private final AmendmentRules rules;
    private final Impact impact;

    AmendmentCommands(AmendmentRules rules, Impact impact) {
        this.rules = rules;
        this.impact = impact;
    }

    /// What came of carrying one out.
    ///
    /// @param problems why not; empty when it is done
    /// @param claims   claims that it touches
    record Carried(List<FieldProblem> problems, List<TouchedClaim> claims) {
        boolean done() {
            return problems.isEmpty();
        }
    }

    /// Applies a draft, and queues the claims that it makes wrong. With problems the caller must roll back.
    Carried apply(UnitOfWork work, ContractRecords records, AmendmentKind kind, StoredAmendment draft) {
        AmendmentOrder order = rules.canonical(kind, draft.order());
        List<FieldProblem> problems = rules.problems(work, records, kind, order);
        if (!problems.isEmpty()) {
            return new Carried(problems, List.of());
        }
        List<String> missing = AmendmentStore.missingDocuments(work, draft.number());
        if (!missing.isEmpty()) {
            return new Carried(missing.stream().map(AmendmentCommands::missing).toList(), List.of());
        }
        boolean whole = kind.subject() == AmendmentKind.Subject.CONTRACT;
        Set<FileRef> members = new HashSet<>();
        if (whole) {
            members.addAll(Impact.covered(work, records, order.contract(), order.effective()));
        }
        AmendmentStore.begin(work, draft.number(), false);
        AmendmentResult result = records.apply(work, order);
        if (!result.isDone()) {
            return new Carried(result.problems(), List.of());
        }
        members.addAll(result.members());
        @Nullable String newcomer = AmendmentRules.newcomer(kind, order) && result.members().size() == 1
                ? result.members().iterator().next().reference() : null;
        if (!AmendmentStore.finish(work, draft.number(), newcomer)) {
            return new Carried(List.of(new FieldProblem(AmendmentRules.SUBJECT,
                    UserMessage.of("contract.error.nothingChanges"))), List.of());
        }
        if (!AmendmentStore.coverChanged(work, draft.number())) {
            return new Carried(List.of(), List.of());
        }
        List<FieldProblem> alone = withoutHead(work, records, order.contract(), AmendmentRules.SUBJECT, result.members());
        if (!alone.isEmpty()) {
            return new Carried(alone, List.of());
        }
        List<TouchedClaim> claims = Rehearsals.claims(work, records, order, whole, members);
        FollowUps.queueClaims(work, draft.number(), decided(claims));
        return new Carried(List.of(), claims);
    }

    /// The same for one amendment by itself, with the premiums that it makes wrong.
    Carried applyAlone(UnitOfWork work, ContractRecords records, AmendmentKind kind, StoredAmendment draft) {
        List<YearMonth> months = impact.months(draft.effective());
        Map<YearMonth, Money> before = Impact.premiums(work, records, draft.contract(), months);
        Carried carried = apply(work, records, kind, draft);
        if (carried.done()) {
            FollowUps.queuePremiums(work, draft, Impact.corrections(before,
                    Impact.premiums(work, records, draft.contract(), months)));
        }
        return carried;
    }

    /// Cancels, and queues what is wrong then: claims that were decided by it, months that were charged by it. What it had
    /// queued itself and nobody did yet is right again.
    ///
    /// @return why not; empty when it is done
    List<FieldProblem> cancel(UnitOfWork work, ContractRecords records, @Nullable AmendmentKind kind,
                              StoredAmendment applied, String reason) {
        AmendmentOrder order = applied.order();
        boolean whole = kind != null && kind.subject() == AmendmentKind.Subject.CONTRACT;
        boolean moved = AmendmentStore.coverChanged(work, applied.number());
        List<YearMonth> months = moved ? impact.months(order.effective()) : List.of();
        Map<YearMonth, Money> before = Impact.premiums(work, records, order.contract(), months);
        Map<YearMonth, Money> open = FollowUps.openCorrections(work, applied.number());
        Set<FileRef> members = new HashSet<>();
        AmendmentStore.members(work, applied.number())
                .forEach(member -> members.add(new FileRef(applied.country(), FileKind.MEMBER, member)));
        if (whole && moved) {
            members.addAll(Impact.covered(work, records, order.contract(), order.effective()));
        }
        AmendmentStore.Cancelled cancelled = AmendmentStore.cancel(work, applied.number(), reason);
        if (!cancelled.done()) {
            return List.of(builtOn(work, applied, cancelled));
        }
        if (moved) {
            List<FieldProblem> alone = withoutHead(work, records, order.contract(), CANCELLED, members);
            if (!alone.isEmpty()) {
                return alone;
            }
            FollowUps.queueClaims(work, applied.number(), decided(Rehearsals.claims(work, records, order, whole, members)));
            FollowUps.queuePremiums(work, applied, stillWrong(open, Impact.corrections(before,
                    Impact.premiums(work, records, order.contract(), months))));
        }
        return List.of();
    }

    /// A family is covered through its head: says who of these would be covered alone.
    static List<FieldProblem> withoutHead(UnitOfWork work, ContractRecords records, String contract, String field,
                                          Set<FileRef> members) {
        return records.coveredWithoutHead(work, contract, members).stream()
                .map(name -> new FieldProblem(field, UserMessage.of("contract.error.withoutHead", name))).toList();
    }

    /// What must be corrected after a cancellation: what was still to be corrected, and what it makes different itself.
    private static List<PremiumCorrection> stillWrong(Map<YearMonth, Money> open, List<PremiumCorrection> back) {
        Map<YearMonth, Money> sum = new TreeMap<>(open);
        back.forEach(each -> sum.merge(each.month(), each.amount(), Money::plus));
        return sum.entrySet().stream().filter(each -> each.getValue().minor() != 0)
                .map(each -> new PremiumCorrection(each.getKey(), each.getValue())).toList();
    }

    private static FieldProblem builtOn(UnitOfWork work, StoredAmendment applied, AmendmentStore.Cancelled refused) {
        Long blocker = refused.blocker();
        UserMessage message = (blocker == null ? Optional.<StoredAmendment>empty()
                : AmendmentStore.find(work, applied.country(), blocker))
                .map(later -> UserMessage.of("contract.error.builtOn", Long.toString(later.number()),
                        UserMessage.of(later.country().folder() + ".amendment." + later.kind()), later.effective()))
                .orElseGet(() -> UserMessage.of(switch (refused.held()) {
                    case "case" -> "contract.error.newcomerCase";
                    case "document" -> "contract.error.newcomerDocument";
                    case "record" -> "contract.error.newcomerRecord";
                    case null, default -> "contract.error.changedSince";
                }));
        return new FieldProblem(CANCELLED, message);
    }

    static FieldProblem missing(String document) {
        return new FieldProblem("document", UserMessage.of("contract.error.documentMissing",
                UserMessage.of("document.type." + document)));
    }

    private static List<TouchedClaim> decided(List<TouchedClaim> claims) {
        return claims.stream().filter(claim -> !claim.state().open()).toList();
    }

    /// What a person can bring about is a value: a right that is missing, and a rule of the database that two people
    /// broke together.
    static <T> Outcome<T> guarded(Supplier<Outcome<T>> command) {
        try {
            return command.get();
        } catch (DatabaseFailure failure) {
            return switch (failure.kind()) {
                case DENIED -> new Outcome.Denied<>(failure.userMessage());
                case RULE_BROKEN -> new Outcome.Invalid<>(List.of(overtaken()));
                default -> throw failure;
            };
        }
    }

    static FieldProblem overtaken() {
        return new FieldProblem(AmendmentRules.SUBJECT, UserMessage.of("contract.error.overtaken"));
    }
}
