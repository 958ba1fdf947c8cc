package io.guichet.directory.internal;

import io.guichet.audit.Trail;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.directory.FileClosed;
import io.guichet.directory.MemberEvent;
import io.guichet.directory.MemberEvents;
import io.guichet.directory.Overviews;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks the member's country, the trail, and every component that knows what happened to members. One short transaction
/// for each answer, so that the sections of a screen are read side by side.
public final class PgOverviews implements Overviews {

    /// How far back the trail is read for a day in the past: it is kept newest first.
    private static final int TRAIL = 500;

    private final Database database;
    private final Countries countries;
    private final MemberHistory histories;
    private final List<MemberEvents> events;
    private final Openings openings = new Openings();
    private final Clock clock;

    /// @param events what other components know of members
    /// @param clock  tells what day it is, and where a day begins
    public PgOverviews(Database database, Countries countries, Trail trail, List<MemberEvents> events, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.histories = new MemberHistory(trail, clock);
        this.events = List.copyOf(events);
        this.clock = clock;
    }

    @Override
    public boolean keepsCover(CountryCode country) {
        return countries.find(country).flatMap(Country::cover).isPresent();
    }

    @Override
    public List<Cover> covers(FileRef member, LocalDate day) {
        return ask(member, List.of(), (work, cover) -> cover.covers(work, member.reference(), day));
    }

    @Override
    public List<Allowance> allowances(FileRef member, LocalDate day) {
        return ask(member, List.of(), (work, cover) ->
                readable(work, member, () -> cover.allowances(work, member.reference(), day), List::isEmpty));
    }

    @Override
    public List<Relative> household(FileRef member, LocalDate day) {
        return ask(member, List.of(), (work, cover) -> cover.household(work, member.reference(), day));
    }

    @Override
    public Page<ClaimLine> claims(FileRef member, HistoryRequest request) {
        return ask(member, new Page<>(List.of(), false), (work, cover) -> readable(work, member,
                () -> cover.claims(work, member.reference(), request), page -> page.rows().isEmpty()));
    }

    @Override
    public Page<PaymentLine> payments(FileRef member, HistoryRequest request) {
        return ask(member, new Page<>(List.of(), false), (work, cover) -> readable(work, member,
                () -> cover.payments(work, member.reference(), request), page -> page.rows().isEmpty()));
    }

    @Override
    public List<MemberEvent> happened(FileRef member, LocalDate until, int limit) {
        Instant end = until.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1);
        List<MemberEvent> found = new ArrayList<>(edits(member, until, end, limit));
        claims(member, HistoryRequest.newest(until, limit)).rows().forEach(claim -> found.add(event(claim)));
        events.forEach(each -> found.addAll(each.of(member, end, limit)));
        found.sort(Comparator.comparing(MemberEvent::at).reversed());
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private interface Question<T> {
        T ask(UnitOfWork work, MemberCover cover);
    }

    private <T> T ask(FileRef member, T nothing, Question<T> question) {
        Optional<MemberCover> cover = member.kind() == FileKind.MEMBER
                ? countries.find(member.country()).flatMap(Country::cover) : Optional.empty();
        return cover.map(keeper -> database.read(work -> question.ask(work, keeper))).orElse(nothing);
    }

    /// Row-level security answers with nothing while the file is not open: that must not pass for "there is none". It may
    /// have been opened between the answer and the question whether it is open, so what is empty is asked for again.
    private <T> T readable(UnitOfWork work, FileRef member, Supplier<T> question, Predicate<T> isEmpty) {
        T answer = question.get();
        if (!isEmpty.test(answer)) {
            return answer;
        }
        if (!openings.isOpen(work, member)) {
            throw new FileClosed(member);
        }
        return question.get();
    }

    /// One event for each save, whatever it changed.
    private List<MemberEvent> edits(FileRef member, LocalDate until, Instant end, int limit) {
        Optional<Country> country = countries.find(member.country());
        if (country.isEmpty() || member.kind() != FileKind.MEMBER) {
            return List.of();
        }
        boolean lately = !until.isBefore(LocalDate.now(clock));
        int rows = lately ? Math.min(TRAIL, limit * 4) : TRAIL;
        Map<Save, List<FieldChange>> saves = new LinkedHashMap<>();
        database.read(work -> histories.of(work, country.get().members(), member, rows)).stream()
                .filter(change -> !change.at().isAfter(end))
                .forEach(change -> saves.computeIfAbsent(new Save(change.at(), change.by()), at -> new ArrayList<>())
                        .add(change));
        return saves.entrySet().stream().limit(limit).map(save -> event(save.getKey(), save.getValue())).toList();
    }

    private record Save(Instant at, String by) {
    }

    private static MemberEvent event(Save save, List<FieldChange> changes) {
        UserMessage field = UserMessage.of(changes.getFirst().field());
        UserMessage what = changes.size() == 1 ? UserMessage.of("directory.event.changed", field)
                : UserMessage.of("directory.event.changedMore", field, changes.size() - 1);
        return new MemberEvent(save.at(), what, save.by(), null);
    }

    private MemberEvent event(ClaimLine claim) {
        UserMessage state = UserMessage.of("directory.claim.state." + claim.state().name().toLowerCase(Locale.ROOT));
        return new MemberEvent(claim.day().atStartOfDay(clock.getZone()).toInstant(),
                UserMessage.of("directory.event.claim", claim.number(), state), "", claim.claim());
    }
}
