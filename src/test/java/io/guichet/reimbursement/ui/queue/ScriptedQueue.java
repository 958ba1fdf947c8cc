package io.guichet.reimbursement.ui.queue;

import io.guichet.access.Rights;
import io.guichet.access.SavedViews;
import io.guichet.access.StaffGroup;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.WorkCount;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkNumbers;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import io.guichet.reimbursement.Worklist;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.TestFeed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A queue that lives in memory: colleagues are played by the test.
final class ScriptedQueue implements Worklist {

    static final CountryCode COUNTRY = CountryCode.of("ZZ");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Clock CLOCK = Clock.fixed(TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    static final String ME = "mia";

    final Map<FileRef, WorkRow> rows = new TreeMap<>(Comparator.comparing(FileRef::reference));
    final List<String> calls = new ArrayList<>();
    final List<Runnable> ticks = new ArrayList<>();
    final TestFeed feed = new TestFeed();
    final ListedMembers members = new ListedMembers();
    final Map<String, Map<String, SavedViews.SavedView>> views = new TreeMap<>();
    Background background = new ImmediateBackground();
    StaffGroup group = StaffGroup.OPERATIONS_LEAD;
    @Nullable RuntimeException failure;

    static FileRef claim(int number) {
        return new FileRef(COUNTRY, FileKind.CLAIM, "c%05d".formatted(number));
    }

    static FileRef member(int number) {
        return new FileRef(COUNTRY, FileKind.MEMBER, "m" + number);
    }

    /// So many claims, each of another member, the first the most urgent.
    ScriptedQueue with(int claims) {
        for (int n = 0; n < claims; n++) {
            put(row(n, ClaimState.RECEIVED));
        }
        return this;
    }

    static WorkRow row(int n, ClaimState state) {
        return new WorkRow(claim(n), "N%05d".formatted(n), member(n), "Member " + n, state, TODAY.minusDays(10), TODAY.plusDays(4), 0,
                Money.euros(1_000), Money.euros(state == ClaimState.ACCEPTED ? 400 : 0), List.of(), null, null, 1,
                new WorkRow.Place(9, TODAY.plusDays(4), n));
    }

    void put(WorkRow row) {
        rows.put(row.claim(), row);
    }

    /// What somebody did to a claim, told by the feed.
    void change(int number, UnaryOperator<WorkRow> how) {
        rows.computeIfPresent(claim(number), (claim, row) -> how.apply(row));
        feed.tell(claim(number), 0, "elsewhere");
    }

    /// A claim that is in the queue no more.
    void gone(int number) {
        rows.remove(claim(number));
        feed.tell(claim(number), 0, "elsewhere");
    }

    static WorkRow taken(WorkRow row, @Nullable String by) {
        return new WorkRow(row.claim(), row.number(), row.member(), row.memberName(), row.state(), row.received(), row.due(), row.priority(),
                row.charged(), row.insurer(), row.reasons(), row.waitsUntil(), by, row.revision() + 1, row.place());
    }

    static WorkRow in(WorkRow row, ClaimState state, Finding.Code... reasons) {
        return new WorkRow(row.claim(), row.number(), row.member(), row.memberName(), state, row.received(), row.due(), row.priority(),
                row.charged(), row.insurer(), List.of(reasons), row.waitsUntil(), null, row.revision() + 1, row.place());
    }

    void tick() {
        List.copyOf(ticks).forEach(Runnable::run);
    }

    QueueWork work() {
        return new QueueWork(this, new Views(), members.directory(), background, feed, (period, action) -> {
            ticks.add(action);
            Background.Running running = () -> ticks.remove(action);
            return running;
        }, new Rights(ME, Set.of(group), Set.of(COUNTRY)), CLOCK);
    }

    private void call(String what) {
        calls.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Page<WorkRow> page(WorkPageRequest request) {
        call("page");
        WorkRow.Place after = request.after();
        List<WorkRow> all = rows.values().stream().filter(row -> request.filter().matches(row, TODAY)).toList();
        if (request.backwards()) {
            List<WorkRow> before = all.stream().filter(row -> after == null || row.place().id() < after.id()).toList();
            int from = Math.max(0, before.size() - request.limit());
            return new Page<>(before.subList(from, before.size()), from > 0);
        }
        List<WorkRow> behind = all.stream().filter(row -> after == null || row.place().id() > after.id()).toList();
        return new Page<>(behind.subList(0, Math.min(request.limit(), behind.size())), behind.size() > request.limit());
    }

    @Override
    public Optional<WorkRow> find(FileRef claim) {
        return Optional.ofNullable(rows.get(claim));
    }

    @Override
    public List<WorkCount> counts() {
        return List.of();
    }

    @Override
    public List<WorkRow> rows(Collection<FileRef> claims) {
        call("rows " + claims.size());
        return claims.stream().map(rows::get).filter(row -> row != null).toList();
    }

    @Override
    public WorkNumbers numbers() {
        call("numbers");
        long free = rows.values().stream().filter(row -> row.state() != ClaimState.ACCEPTED && row.assignee() == null).count();
        long all = rows.values().stream().filter(row -> row.state() != ClaimState.ACCEPTED).count();
        return new WorkNumbers(free, all - free, 0, 0, rows.size() - all, Map.of());
    }

    @Override
    public List<Colleague> colleagues(Set<CountryCode> countries) {
        return List.of(new Colleague("anna", 3), new Colleague(ME, 0));
    }

    @Override
    public WorkTotals totals(WorkFilter filter) {
        call("totals");
        List<WorkRow> all = rows.values().stream().filter(row -> filter.matches(row, TODAY)).toList();
        return new WorkTotals(all.size(), Money.euros(all.stream().mapToLong(row -> row.charged().minor()).sum()),
                Money.euros(all.stream().mapToLong(row -> row.insurer().minor()).sum()));
    }

    @Override
    public Optional<WorkRow> takeNext(WorkFilter filter) {
        call("takeNext");
        Optional<WorkRow> found = rows.values().stream().filter(row -> row.state() != ClaimState.ACCEPTED && row.assignee() == null
                && filter.matches(row, TODAY)).findFirst();
        return found.map(row -> taken(row, ME)).map(row -> {
            put(row);
            return row;
        });
    }

    @Override
    public Outcome<WorkRow> take(FileRef claim) {
        call("take");
        WorkRow row = rows.get(claim);
        return row == null ? refused("reimbursement.error.gone") : row.assignee() != null && !ME.equals(row.assignee())
                ? refused("reimbursement.error.held") : done(taken(row, ME));
    }

    @Override
    public Outcome<WorkRow> release(FileRef claim) {
        call("release");
        WorkRow row = rows.get(claim);
        return row == null ? refused("reimbursement.error.gone") : done(taken(row, null));
    }

    @Override
    public Outcome<WorkRow> assign(FileRef claim, String colleague) {
        call("assign " + colleague);
        WorkRow row = rows.get(claim);
        return group != StaffGroup.OPERATIONS_LEAD ? new Outcome.Denied<>(UserMessage.of("reimbursement.error.forALead"))
                : row == null ? refused("reimbursement.error.gone") : done(taken(row, colleague));
    }

    private Outcome<WorkRow> done(WorkRow row) {
        put(row);
        return new Outcome.Done<>(row);
    }

    private static Outcome<WorkRow> refused(String key) {
        return new Outcome.Invalid<>(List.of(new FieldProblem("claim", UserMessage.of(key))));
    }

    private final class Views implements SavedViews {

        @Override
        public List<SavedView> of(String list) {
            return List.copyOf(views.getOrDefault(list, Map.of()).values());
        }

        @Override
        public void keep(String list, SavedView view) {
            views.computeIfAbsent(list, name -> new TreeMap<>()).put(view.name(), view);
        }

        @Override
        public void forget(String list, String name) {
            views.getOrDefault(list, new TreeMap<>()).remove(name);
        }
    }
}
