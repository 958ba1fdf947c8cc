package io.guichet.care.internal;

import io.guichet.directory.MemberEvent;
import io.guichet.directory.MemberEvents;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Cases of a member that were opened and closed.
public final class CaseEvents implements MemberEvents {

    private static final String ASK = """
            SELECT at, what, staff, number
            FROM (SELECT opened_at, 'opened', opened_by, number FROM care.member_case WHERE country = ? AND member = ?
                  UNION ALL
                  SELECT closed_at, 'closed', closed_by, number FROM care.member_case
                  WHERE country = ? AND member = ? AND closed_at IS NOT NULL) AS e (at, what, staff, number)
            WHERE at <= ? ORDER BY at DESC, number DESC LIMIT ?""";

    private final Database database;

    public CaseEvents(Database database) {
        this.database = database;
    }

    @Override
    public List<MemberEvent> of(FileRef member, Instant until, int limit) {
        return database.read(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ASK)) {
                for (int place = 1; place < 5; place += 2) {
                    statement.setString(place, member.country().value());
                    statement.setString(place + 1, member.reference());
                }
                statement.setObject(5, until.atOffset(ZoneOffset.UTC));
                statement.setInt(6, limit);
                List<MemberEvent> events = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(event(member.country(), row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
                return events;
            }
        }));
    }

    private static MemberEvent event(CountryCode country, Instant at, String what, String by, String number) {
        String key = what.equals("opened") ? "care.event.opened" : "care.event.closed";
        return new MemberEvent(at, UserMessage.of(key, number), by, new FileRef(country, FileKind.CASE, number));
    }
}
