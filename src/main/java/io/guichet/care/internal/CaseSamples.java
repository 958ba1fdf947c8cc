package io.guichet.care.internal;

import io.guichet.care.CaseRow;
import io.guichet.care.CaseTopics;
import io.guichet.country.Country;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes sample cases: one for every twenty members, with what was said. Whether a member has one, and which, depends on
/// the seed and the member alone, so that a second seeding leaves the cases of the first.
public final class CaseSamples {

    /// One in so many members has cases; a quarter of them has two.
    private static final int ONE_IN = 25;
    private static final int CHUNK = 5_000;
    private static final int DAYS = 400;
    private static final String ENGLISH = "en";
    private static final List<String> STAFF = List.of("care", "care", "operations", "lead");
    /// Most call.
    private static final List<CaseRow.Channel> CHANNELS = List.of(CaseRow.Channel.PHONE, CaseRow.Channel.MAIL,
            CaseRow.Channel.CHAT, CaseRow.Channel.LETTER, CaseRow.Channel.COUNTER);

    private final Connection owner;
    private final SampleWords words = SampleWords.of(CaseSamples.class, "sample.txt");
    private final CopyTable cases = new CopyTable("care.member_case", "number, country, member, topic, channel, title, state, "
            + "assignee, opened_by, opened_at, closed_by, closed_at, version");
    private final CopyTable notes =
            new CopyTable("care.note", "country, number, text, answer, written_by, written_at");

    /// @param owner connection of the schema owner, in a transaction that the caller commits
    public CaseSamples(Connection owner) {
        this.owner = owner;
    }

    /// Writes those of one country, for members that have none yet.
    ///
    /// @return rows written, by table; a table that got none is missing
    public Map<String, Long> write(Country country, long seed) throws SQLException {
        long casesBefore = cases.written();
        long notesBefore = notes.written();
        List<String> members = members(country.code(), seed);
        String language = country.languages().getFirst().getLanguage();
        String spoken = words.list(language + ".other.title").isEmpty() ? ENGLISH : language;
        CopyLoad load = new CopyLoad(owner, List.of(cases, notes));
        for (int from = 0; from < members.size(); from += CHUNK) {
            List<String> chunk = members.subList(from, Math.min(members.size(), from + CHUNK));
            // Two numbers for each: who has one case leaves a gap, as a case that was never saved does.
            Iterator<Long> numbers = numbers(chunk.size() * 2).iterator();
            for (String member : chunk) {
                Draw draw = new Draw(seed, member.hashCode());
                write(country.code(), member, numbers.next(), spoken, draw);
                long second = numbers.next();
                if (draw.percent(25)) {
                    write(country.code(), member, second, spoken, draw);
                }
            }
            load.flush();
        }
        return members.isEmpty() ? Map.of()
                : Map.of("care.member_case", cases.written() - casesBefore, "care.note", notes.written() - notesBefore);
    }

    private void write(CountryCode country, String member, long number, String language, Draw draw) {
        String topic = draw.early(CaseTopics.ALL);
        String family = language + "." + topic + ".";
        String staff = draw.any(STAFF);
        LocalDate day = draw.day(Household.TODAY.minusDays(DAYS), Household.TODAY);
        OffsetDateTime opened = at(day, draw);
        int open = draw.between(1, 10);
        CaseRow.State state = day.isBefore(Household.TODAY.minusDays(60)) || open > 5 ? CaseRow.State.CLOSED
                : open > 3 ? CaseRow.State.WAITING : CaseRow.State.OPEN;
        boolean isClosed = state == CaseRow.State.CLOSED;
        OffsetDateTime closed = at(day.plusDays(draw.between(1, 20)), draw);
        cases.row(number, country.value(), member, topic, draw.early(CHANNELS), draw.any(words.list(family + "title")), state,
                staff, staff, opened, isClosed ? staff : null, isClosed ? closed : null, isClosed ? 2 : 1);
        notes.row(country.value(), number, draw.any(words.list(family + "note")), false, staff, opened);
        if (isClosed) {
            notes.row(country.value(), number, draw.any(words.list(family + "answer")), true, staff, closed);
        }
    }

    private static OffsetDateTime at(LocalDate day, Draw draw) {
        return day.atTime(LocalTime.of(draw.between(7, 16), draw.between(0, 59))).atOffset(ZoneOffset.UTC);
    }

    /// Those who get cases, in an order that is always the same.
    private List<String> members(CountryCode country, long seed) throws SQLException {
        List<String> chosen = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT m.reference FROM directory.references_of(?, 'member') AS m (reference)
                WHERE abs(hashtextextended(m.reference, ?) % ?) = 0
                  AND NOT EXISTS (SELECT FROM care.member_case c WHERE c.country = ? AND c.member = m.reference)
                ORDER BY m.reference COLLATE "C"
                """)) {
            statement.setString(1, country.value());
            statement.setLong(2, seed);
            statement.setInt(3, ONE_IN);
            statement.setString(4, country.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chosen.add(row.getString(1));
                }
            }
        }
        return chosen;
    }

    private List<Long> numbers(int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement(
                "SELECT nextval(pg_get_serial_sequence('care.member_case', 'number')) FROM generate_series(1, ?)")) {
            statement.setInt(1, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }
}
