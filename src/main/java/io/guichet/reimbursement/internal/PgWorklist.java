package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.WorkCount;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkNumbers;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import io.guichet.reimbursement.Worklist;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The queue, for the role that is signed in.
public final class PgWorklist implements Worklist {

    private static final String PAGE = "SELECT * FROM reimbursement.page(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TOTALS = "SELECT * FROM reimbursement.totals(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COUNTS = """
            SELECT t.country, t.state, sum(t.claims) FILTER (WHERE t.taken) AS taken, sum(t.claims) AS claims,
                   sum(t.charged) AS charged, sum(t.insurer) AS insurer
            FROM reimbursement.tally t GROUP BY 1, 2 ORDER BY 1, 2""";

    private final Database database;
    private final Deciders deciders;
    private final Clock clock;

    /// @param clock tells what day it is
    public PgWorklist(Database database, Access access, Clock clock) {
        this.database = database;
        this.deciders = new Deciders(access);
        this.clock = clock;
    }

    @Override
    public Page<WorkRow> page(WorkPageRequest request) {
        WorkFilter filter = request.filter();
        WorkRow.Place after = request.after();
        // One more than shown tells whether the list goes on, without counting it.
        List<WorkRow> rows = database.read(work -> Calls.list(work, WorkRows::read, PAGE, countries(filter), states(filter),
                reason(filter), filter.assignee(), filter.free(), filter.overdue(), filter.number(), members(filter), today(),
                after == null ? null : after.urgency(), after == null ? null : after.due(),
                after == null ? null : after.id(), request.backwards(), request.limit() + 1));
        boolean more = rows.size() > request.limit();
        List<WorkRow> shown = more ? rows.subList(0, request.limit()) : rows;
        return new Page<>(request.backwards() ? shown.reversed() : shown, more);
    }

    @Override
    public Optional<WorkRow> find(FileRef claim) {
        return database.read(work -> WorkRows.find(work, claim));
    }

    @Override
    public List<WorkCount> counts() {
        return database.read(work -> Calls.list(work, row -> new WorkCount(new CountryCode(row.getString("country")),
                ClaimState.valueOf(row.getString("state")), row.getLong("taken"), sums(row)), COUNTS));
    }

    @Override
    public WorkTotals totals(WorkFilter filter) {
        return database.read(work -> Calls.first(work, PgWorklist::sums, TOTALS, countries(filter), states(filter),
                reason(filter), filter.assignee(), filter.free(), filter.overdue(), filter.number(), members(filter), today()).orElseThrow());
    }

    @Override
    public List<WorkRow> rows(Collection<FileRef> claims) {
        List<FileRef> wanted = List.copyOf(claims);
        return wanted.isEmpty() ? List.of() : database.read(work -> Calls.list(work, WorkRows::read,
                "SELECT * FROM reimbursement.rows_of(?, ?)", wanted.stream().map(claim -> claim.country().value()).toList(),
                wanted.stream().map(FileRef::reference).toList()));
    }

    @Override
    public WorkNumbers numbers() {
        Map<String, Long> told = new HashMap<>();
        Map<Finding.Code, Long> pended = new EnumMap<>(Finding.Code.class);
        database.read(work -> Calls.list(work, row -> new Number(row.getString("what"), row.getString("code"), row.getLong("claims")),
                "SELECT * FROM reimbursement.numbers(?)", today())).forEach(number -> {
            if (number.what().equals("pended")) {
                code(number.code()).filter(known -> number.claims() > 0).ifPresent(known -> pended.put(known, number.claims()));
            } else {
                told.put(number.what(), number.claims());
            }
        });
        return new WorkNumbers(told.getOrDefault("free", 0L), told.getOrDefault("taken", 0L), told.getOrDefault("mine", 0L),
                told.getOrDefault("overdue", 0L), told.getOrDefault("unpaid", 0L), pended);
    }

    private record Number(String what, String code, long claims) {
    }

    /// Empty for what a newer program wrote.
    private static Optional<Finding.Code> code(String name) {
        return Arrays.stream(Finding.Code.values()).filter(code -> code.name().equals(name)).findFirst();
    }

    @Override
    public List<Colleague> colleagues(Set<CountryCode> countries) {
        return database.read(work -> Calls.list(work, row -> new Colleague(row.getString("staff"), row.getLong("claims")),
                "SELECT * FROM reimbursement.colleagues(?)", countries.stream().map(CountryCode::value).sorted().toList()));
    }

    private static WorkTotals sums(ResultSet row) throws SQLException {
        return new WorkTotals(row.getLong("claims"), WorkRows.euros(row, "charged"), WorkRows.euros(row, "insurer"));
    }

    @Override
    public Optional<WorkRow> takeNext(WorkFilter filter) {
        return database.write(work -> Calls.first(work, row -> row.getString(1) + "/" + row.getString(2),
                "SELECT country, claim FROM reimbursement.take_next(?, ?, ?, ?, ?)", countries(filter), states(filter),
                reason(filter), filter.overdue() ? today() : null, today())
                .flatMap(taken -> Calls.first(work, WorkRows::read, WorkRows.ONE, taken.substring(0, 2), taken.substring(3))));
    }

    @Override
    public Outcome<WorkRow> take(FileRef claim) {
        if (!deciders.may(claim.country())) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        return Attempt.of(database, work -> answer(work, claim, Calls.text(work, "SELECT reimbursement.take(?, ?)",
                claim.country().value(), claim.reference())));
    }

    @Override
    public Outcome<WorkRow> release(FileRef claim) {
        if (!deciders.may(claim.country())) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        return Attempt.of(database, work -> answer(work, claim, Calls.holds(work, "SELECT reimbursement.release(?, ?)",
                claim.country().value(), claim.reference()) ? "OK" : "GONE"));
    }

    @Override
    public Outcome<WorkRow> assign(FileRef claim, String colleague) {
        if (!deciders.mayAssign(claim.country())) {
            return new Outcome.Denied<>(Refusals.FOR_A_LEAD);
        }
        return Attempt.of(database, work -> answer(work, claim, Calls.text(work, "SELECT reimbursement.assign(?, ?, ?)",
                claim.country().value(), claim.reference(), colleague)));
    }

    private static Outcome<WorkRow> answer(UnitOfWork work, FileRef claim, String said) {
        Optional<WorkRow> row = WorkRows.find(work, claim);
        return "OK".equals(said) ? new Outcome.Done<>(row.orElseThrow())
                : Refusals.of(said, row.map(WorkRow::revision).orElse(0L));
    }

    static List<String> countries(WorkFilter filter) {
        return filter.countries().stream().map(CountryCode::value).sorted().toList();
    }

    static List<String> states(WorkFilter filter) {
        return filter.states().stream().map(Enum::name).sorted().toList();
    }

    static @Nullable List<String> members(WorkFilter filter) {
        Set<FileRef> members = filter.members();
        return members == null ? null
                : members.stream().map(member -> member.country().value() + "/" + member.reference()).sorted().toList();
    }

    static @Nullable String reason(WorkFilter filter) {
        return filter.reason() == null ? null : filter.reason().name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
