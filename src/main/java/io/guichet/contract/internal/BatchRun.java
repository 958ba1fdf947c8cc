package io.guichet.contract.internal;

import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.BatchReport.RowReport;
import io.guichet.contract.internal.AmendmentCommands.Carried;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Carries the rows of a file out, one after the other in one transaction: a dependant may follow the head that an earlier
/// row enrols. A row that is refused leaves nothing behind and keeps no other from being carried out.
final class BatchRun {

    private final AmendmentRules rules;
    private final AmendmentCommands commands;
    private final Impact impact;
    private final ContractRecords records;
    private final AmendmentKind kind;
    private final Batch batch;
    private final Map<Integer, String> names;

    /// @param names what people are called, by line
    BatchRun(AmendmentRules rules, AmendmentCommands commands, Impact impact, ContractRecords records, AmendmentKind kind,
             Batch batch, Map<Integer, String> names) {
        this.rules = rules;
        this.commands = commands;
        this.impact = impact;
        this.records = records;
        this.kind = kind;
        this.batch = batch;
        this.names = names;
    }

    /// What would happen; the transaction must be rolled back, and the database refuses to commit it.
    BatchReport rehearse(UnitOfWork work, DoubleConsumer done) {
        return run(work, done, false, (order) -> {
            long number = insert(work, order, null);
            List<FieldProblem> problems = rules.problems(work, records, kind, order);
            if (!problems.isEmpty()) {
                return new Carried(problems, List.of());
            }
            AmendmentStore.begin(work, number, true);
            AmendmentResult result = records.apply(work, order);
            if (!result.isDone()) {
                return new Carried(result.problems(), List.of());
            }
            if (!AmendmentStore.coverChanged(work, number)) {
                return new Carried(List.of(), List.of());
            }
            return new Carried(AmendmentCommands.withoutHead(work, records, order.contract(), AmendmentRules.SUBJECT,
                    result.members()), Rehearsals.claims(work, records, order, false, result.members()));
        });
    }

    /// Carries out what can be, as amendments of this file.
    BatchReport apply(UnitOfWork work, DoubleConsumer done, UUID file) {
        String contract = batch.contract().reference();
        List<YearMonth> months = impact.months(batch.rows().stream().map(Batch.Row::order)
                .filter(order -> order != null).map(AmendmentOrder::effective).min(LocalDate::compareTo)
                .orElse(impact.today().plusMonths(1)));
        Map<YearMonth, Money> before = Impact.premiums(work, records, contract, months);
        List<StoredAmendment> applied = new ArrayList<>();
        BatchPapers papers = BatchPapers.hold(work, batch, kind.documents());
        BatchReport report = run(work, done, true, order -> {
            long number = insert(work, order, file);
            papers.attach(work, country().value(), number);
            StoredAmendment draft = AmendmentStore.find(work, country(), number).orElseThrow();
            Carried carried = commands.apply(work, records, kind, draft);
            if (carried.done()) {
                applied.add(draft);
            }
            return carried;
        });
        if (!applied.isEmpty()) {
            // Whoever cancels one of them later queues what that makes different: the sum is right whoever bears it.
            FollowUps.queuePremiums(work, applied.getFirst(),
                    Impact.corrections(before, Impact.premiums(work, records, contract, months)));
        }
        return report;
    }

    private interface Step {
        Carried take(AmendmentOrder order);
    }

    private BatchReport run(UnitOfWork work, DoubleConsumer done, boolean applied, Step step) {
        String contract = batch.contract().reference();
        LocalDate day = lastDay();
        Money before = Impact.premium(work, records, contract, day);
        List<RowReport> reports = new ArrayList<>();
        Set<TouchedClaim> claims = new HashSet<>();
        for (Batch.Row row : batch.rows()) {
            List<FieldProblem> problems = row.problems();
            AmendmentOrder order = row.order();
            if (problems.isEmpty() && order != null) {
                Carried carried = guarded(work, rules.canonical(kind, order), step);
                problems = carried.problems();
                claims.addAll(carried.claims());
            }
            reports.add(new RowReport(row.line(), names.getOrDefault(row.line(), ""), problems));
            done.accept((double) reports.size() / batch.rows().size());
        }
        Money after = Impact.premium(work, records, contract, day);
        int open = (int) claims.stream().filter(claim -> claim.state().open()).count();
        return new BatchReport(applied, reports, before, after, claims.size() - open, open);
    }

    /// The day on which all rows hold, today at the earliest: what comes into force later would cost nothing today.
    private LocalDate lastDay() {
        return batch.rows().stream().flatMap(row -> Optional.ofNullable(row.order()).stream())
                .map(AmendmentOrder::effective).filter(day -> day.isAfter(impact.today())).max(Comparator.naturalOrder()).orElse(impact.today());
    }

    /// Whatever is wrong with a row, it leaves nothing behind.
    private static Carried guarded(UnitOfWork work, AmendmentOrder order, Step step) {
        Savepoint before = work.sql(Connection::setSavepoint);
        Carried carried;
        try {
            carried = step.take(order);
        } catch (DatabaseFailure failure) {
            if (failure.kind() != DatabaseFailure.Kind.RULE_BROKEN) {
                throw failure;
            }
            carried = new Carried(List.of(AmendmentCommands.overtaken()), List.of());
        }
        boolean keep = carried.done();
        work.sql(connection -> {
            if (keep) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
            return keep;
        });
        return carried;
    }

    private CountryCode country() {
        return batch.contract().country();
    }

    private long insert(UnitOfWork work, AmendmentOrder order, @Nullable UUID file) {
        return AmendmentStore.insert(work, country(), order, "", file);
    }
}
