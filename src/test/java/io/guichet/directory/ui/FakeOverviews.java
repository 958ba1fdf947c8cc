package io.guichet.directory.ui;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.directory.FileClosed;
import io.guichet.directory.MemberEvent;
import io.guichet.directory.Overviews;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What covers somebody, as a test says, the same for every member.
final class FakeOverviews implements Overviews {

    static final UserMessage WORD = UserMessage.of("zz.member.lastName");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    final List<String> calls = new ArrayList<>();
    final List<Cover> covers = new ArrayList<>();
    final List<Allowance> allowances = new ArrayList<>();
    final List<Relative> relatives = new ArrayList<>();
    final List<ClaimLine> claims = new ArrayList<>();
    final List<PaymentLine> payments = new ArrayList<>();
    final List<MemberEvent> events = new ArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    boolean keeps;
    boolean closed;

    static FileRef file(FileKind kind, String reference) {
        return new FileRef(Samples.COUNTRY, kind, reference);
    }

    static Cover cover(String number, Cover.State state, LocalDate from) {
        LocalDate to = state == Cover.State.ENDED ? from.plusYears(1) : null;
        return new Cover(file(FileKind.CONTRACT, number), number, "Plan " + number, "Weavers Ltd", WORD, from, to, state,
                List.of());
    }

    static ClaimLine claim(int age, ClaimLine.State state) {
        LocalDate day = TODAY.minusDays(age);
        String number = "C-" + (10_000 - age);
        return new ClaimLine(file(FileKind.CLAIM, number), number, new Place(day, number), day, WORD,
                Money.euros(128_450), Money.euros(900), state);
    }

    static PaymentLine payment(int age) {
        LocalDate day = TODAY.minusDays(age);
        String number = "C-" + (10_000 - age);
        return new PaymentLine(new Place(day, number), day, Money.euros(900), file(FileKind.CLAIM, number), number, "1332");
    }

    /// Somebody who is well covered.
    void fill() {
        keeps = true;
        covers.add(cover("K-1", Cover.State.RUNNING, LocalDate.of(2024, 1, 1)));
        allowances.add(new Allowance("optical", WORD, Allowance.Unit.MONEY, 42_000, 10_000, LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31), null));
        relatives.add(new Relative(file(FileKind.MEMBER, "1000043"), "Byron Lovelace", LocalDate.of(2020, 5, 1), WORD, true));
        for (int age = 1; age <= 9; age++) {
            claims.add(claim(age, age == 2 ? ClaimLine.State.TO_DECIDE : ClaimLine.State.PAID));
        }
        payments.add(payment(1));
        events.add(new MemberEvent(Instant.parse("2026-11-20T09:12:00Z"), WORD, "eva", null));
    }

    @Override
    public boolean keepsCover(CountryCode country) {
        return keeps;
    }

    @Override
    public List<Cover> covers(FileRef member, LocalDate day) {
        return answer("covers " + day, List.copyOf(covers));
    }

    @Override
    public List<Allowance> allowances(FileRef member, LocalDate day) {
        return health("allowances " + day, List.copyOf(allowances));
    }

    @Override
    public List<Relative> household(FileRef member, LocalDate day) {
        return answer("household " + day, List.copyOf(relatives));
    }

    @Override
    public Page<ClaimLine> claims(FileRef member, HistoryRequest request) {
        return health("claims " + request.until(), page(claims, request, ClaimLine::place));
    }

    @Override
    public Page<PaymentLine> payments(FileRef member, HistoryRequest request) {
        return health("payments " + request.until(), page(payments, request, PaymentLine::place));
    }

    @Override
    public List<MemberEvent> happened(FileRef member, LocalDate until, int limit) {
        return answer("happened " + until, List.copyOf(events));
    }

    private <T> T health(String call, T answer) {
        if (closed) {
            closed = false;
            throw new FileClosed(Samples.MEMBER);
        }
        return answer(call, answer);
    }

    private <T> T answer(String call, T answer) {
        calls.add(call);
        RuntimeException failure = failures.get(call.substring(0, call.indexOf(' ')));
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private static <R> Page<R> page(List<R> all, HistoryRequest request, Function<R, Place> place) {
        Place after = request.after();
        List<R> rows = all.stream().filter(row -> !place.apply(row).day().isAfter(request.until()))
                .filter(row -> after == null || place.apply(row).day().isBefore(after.day()))
                .limit(request.limit() + 1L).toList();
        boolean more = rows.size() > request.limit();
        return new Page<>(more ? rows.subList(0, request.limit()) : rows, more);
    }
}
