package io.guichet.reimbursement.ui.run;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.claim.CareTouched;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Notices;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.PastRun;
import io.guichet.reimbursement.RunOrder;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.WorkFilter;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs that answer what a test says, and remember what they were asked.
final class ScriptedRuns implements Runs {

    static final CountryCode COUNTRY = new CountryCode("ZZ");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final long RUN = 57;

    final List<String> calls = new ArrayList<>();
    final List<Notices.Notice> told = new ArrayList<>();
    Selection selection = new Selection(List.of(claim("C1"), claim("C2"), claim("C3")), false);
    RunReport report = new RunReport(Optional.empty(), List.of(row("C1", Result.DONE, 0, 4_800), row("C2", Result.DONE, 0, 10_000),
            row("C3", Result.REFUSED, 0, 0)), 0);
    Function<Progress, Outcome<RunReport>> carryingOut = progress -> {
        progress.began(RUN);
        return new Outcome.Done<>(new RunReport(Optional.of(RUN), report.rows(), 0));
    };
    @Nullable PastRun past = past(0, null);

    static FileRef claim(String reference) {
        return new FileRef(COUNTRY, FileKind.CLAIM, reference);
    }

    static RunReport.Row row(String claim, Result result, long before, long after) {
        return new RunReport.Row(claim(claim), claim, "=Ada \"Byron\"", result, result == Result.REFUSED
                ? Optional.of(UserMessage.of("reimbursement.error.held")) : Optional.empty(), Money.euros(before), Money.euros(after),
                Optional.empty(), List.of());
    }

    static PastRun past(int left, @Nullable Long undoneBy) {
        return new PastRun(RUN, PastRun.Kind.APPROVE, "", "", "operations", NOW.minusSeconds(600), NOW.minusSeconds(500), 3, 2 - left, 0, 1,
                Money.ZERO, Money.euros(14_800), Money.ZERO, Money.ZERO, null, undoneBy);
    }

    RunDesk desk(Background background, StaffGroup group) {
        Decisions decisions = (Decisions) Proxy.newProxyInstance(Decisions.class.getClassLoader(), new Class<?>[] {Decisions.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "rejections" -> List.of("DUPLICATE", "OTHER");
                    case "corrections" -> List.of("MEMBER_ASKED", "TARIFF_CHANGED", "CONTRACT_CHANGED");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new RunDesk(this, decisions, background, told::add, new Rights("operations", Set.of(group), Set.of(COUNTRY)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Selection selected(String call) {
        calls.add(call);
        return selection;
    }

    @Override
    public Selection matching(WorkFilter filter) {
        return selected("matching");
    }

    @Override
    public Selection decidedBetween(CountryCode country, Instant from, Instant to) {
        return selected("decided " + from + " " + to);
    }

    @Override
    public Selection touched(CountryCode country, CareTouched care) {
        return selected("touched " + care.from() + " " + care.to() + " " + care.acts().stream().sorted().toList());
    }

    @Override
    public Selection madeWrong() {
        return selected("madeWrong");
    }

    @Override
    public RunReport rehearse(RunOrder order, Progress progress) {
        calls.add("rehearse " + order.action() + " " + order.claims().size());
        progress.done(0.5);
        return report;
    }

    @Override
    public Outcome<RunReport> apply(RunOrder order, Progress progress) {
        calls.add("apply " + order.action() + " " + order.claims().size());
        return carryingOut.apply(progress);
    }

    @Override
    public Outcome<RunReport> finish(long run, Progress progress) {
        calls.add("finish " + run);
        return carryingOut.apply(progress);
    }

    @Override
    public Outcome<RunReport> undo(long run, Progress progress) {
        calls.add("undo " + run);
        return carryingOut.apply(progress);
    }

    @Override
    public Optional<RunReport> find(long run) {
        calls.add("find " + run);
        return Optional.of(new RunReport(Optional.of(run), report.rows(), past == null ? 0 : past.left()));
    }

    @Override
    public Optional<PastRun> past(long run) {
        return Optional.ofNullable(past);
    }

    @Override
    public Page<PastRun> page(@Nullable Long from, boolean backwards, int limit) {
        calls.add("page");
        return new Page<>(past == null ? List.of() : List.of(past), false);
    }
}
