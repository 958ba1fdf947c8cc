package io.guichet.reimbursement.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Entries.Draft;
import io.guichet.reimbursement.Entries.Typed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody is typing in, in a table that shows it to nobody else, and only while the member's file is open.
final class DraftStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Content> CONTENT = new TypeReference<>() { };
    private static final String WHERE = " WHERE country = ? AND member = ? AND claim = ? AND staff = session_user";

    private final Database database;

    /// As it is written.
    record Content(Map<String, String> claim, List<Map<String, String>> lines) {
    }

    DraftStore(Database database) {
        this.database = database;
    }

    private static String key(@Nullable FileRef claim) {
        return claim == null ? "" : claim.reference();
    }

    Optional<Draft> find(FileRef member, @Nullable FileRef claim) {
        return database.read(work -> Calls.first(work, row -> new Draft(typed(row.getString("typed")),
                row.getObject("saved", OffsetDateTime.class).toInstant()), "SELECT typed, saved FROM reimbursement.draft" + WHERE,
                member.country().value(), member.reference(), key(claim)));
    }

    void keep(FileRef member, @Nullable FileRef claim, Typed typed) {
        database.write(work -> Calls.list(work, row -> true, """
                INSERT INTO reimbursement.draft (country, member, claim, typed) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT (staff, country, member, claim) DO UPDATE SET typed = excluded.typed, saved = clock_timestamp()
                RETURNING 1""", member.country().value(), member.reference(), key(claim), json(typed)));
    }

    void forget(FileRef member, @Nullable FileRef claim) {
        database.write(work -> Calls.list(work, row -> true, "DELETE FROM reimbursement.draft" + WHERE + " RETURNING 1",
                member.country().value(), member.reference(), key(claim)));
    }

    private static String json(Typed typed) {
        try {
            return JSON.writeValueAsString(new Content(typed.claim().asMap(), typed.lines().stream()
                    .<Map<String, String>>map(FieldValues::asMap).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are JSON", impossible);
        }
    }

    private static Typed typed(String json) {
        try {
            Content content = JSON.readValue(json, CONTENT);
            return new Typed(FieldValues.of(content.claim()), content.lines().stream().map(FieldValues::of).toList());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a draft of another kind", unreadable);
        }
    }
}
