package io.guichet.document.internal;

import io.guichet.directory.MemberEvent;
import io.guichet.directory.MemberEvents;
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

/// What happened to the documents of a member: attached, removed. Names of documents may say what care somebody had and
/// are not told.
public final class DocumentEvents implements MemberEvents {

    private static final String ASK = """
            SELECT at, what, staff
            FROM (SELECT attached_at, 'attached', attached_by FROM document.document
                  WHERE country = ? AND kind = ? AND reference = ?
                  UNION ALL
                  SELECT removed_at, 'removed', removed_by FROM document.document
                  WHERE country = ? AND kind = ? AND reference = ? AND removed_at IS NOT NULL) AS e (at, what, staff)
            WHERE at <= ? ORDER BY at DESC LIMIT ?""";

    private final Database database;

    public DocumentEvents(Database database) {
        this.database = database;
    }

    @Override
    public List<MemberEvent> of(FileRef member, Instant until, int limit) {
        return database.read(work -> work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ASK)) {
                for (int place = 1; place < 7; place += 3) {
                    statement.setString(place, member.country().value());
                    statement.setString(place + 1, member.kind().code());
                    statement.setString(place + 2, member.reference());
                }
                statement.setObject(7, until.atOffset(ZoneOffset.UTC));
                statement.setInt(8, limit);
                List<MemberEvent> events = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(new MemberEvent(row.getObject(1, OffsetDateTime.class).toInstant(),
                                UserMessage.of(row.getString(2).equals("attached")
                                        ? "document.event.attached" : "document.event.removed"), row.getString(3), null));
                    }
                }
                return events;
            }
        }));
    }
}
