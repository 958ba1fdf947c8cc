package io.guichet.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads SQL for names of schemas.
final class Sql {

    /// What schemas publish to others: functions, and the types of their arguments. Everything else of a schema is its
    /// own. Reviewed as an interface is: what stands here cannot be changed freely any more.
    static final Map<String, Set<String>> PUBLISHED = Map.of(
            "access", Set.of("my_countries", "my_kinds", "is_any"),
            "audit", Set.of("track", "raise_version", "changes_of", "record_load", "open_file", "keep_open", "close_file",
                    "has_open", "record_reveal", "has_revealed", "tell", "open_files", "close_files", "are_open", "track_rows"),
            "directory", Set.of("published_key", "published_entry", "publish", "withdraw", "has_open", "fold", "label", "open_file", "keep_open",
                    "close_file", "references_of", "keep_file", "open_files", "close_files", "are_open"),
            "document", Set.of("missing", "has_all", "attach", "hold", "attach_held", "has_any", "types_of", "bring"),
            "care", Set.of("has_cases"),
            "contract", Set.of("published_contract", "publish", "withdraw", "define_kind", "limit_kind", "journal", "is_amendment",
                    "settle_claims", "open_follow_ups", "reopen_follow_ups"),
            "reimbursement", Set.of("published_claim", "publish", "withdraw", "published_print", "publish_prints",
                    "withdraw_prints", "alike", "may_decide", "alike_many", "alike_before", "keep", "what_stood", "being_decided",
                    "lacks", "attach", "tell_document"));

    private static final Pattern STATEMENT = Pattern.compile(
            "(?s).*\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|COPY|CALL|TRUNCATE|LOCK|GRANT|REVOKE|CREATE|ALTER|DROP)\\b\\s.*");
    private static final Pattern QUALIFIED = Pattern.compile("\\b([a-z_]+)\\.([a-z_][a-z_0-9]*)\\b");
    private static final Pattern COMMENT = Pattern.compile(
            "(?s)--[^\\n]*|/\\*.*?\\*/|COMMENT ON [^']*? IS(\\s*'(?:[^']|'')*')+");

    private Sql() {
    }

    static String withoutComments(String sql) {
        return COMMENT.matcher(sql).replaceAll(" ");
    }

    /// Whether a string of the program is SQL, and not a text key that looks like a qualified name.
    static boolean isStatement(String literal) {
        return STATEMENT.matcher(literal).matches();
    }

    /// Names of other schemas than `owner` that are not published: `directory.entry`.
    ///
    /// @param owner     the schema that this SQL belongs to, or empty when it belongs to none
    /// @param schemas   all schemas there are
    /// @param published what each schema publishes
    static List<String> foreignNames(String sql, String owner, Set<String> schemas, Map<String, Set<String>> published) {
        List<String> found = new ArrayList<>();
        Matcher names = QUALIFIED.matcher(withoutComments(sql));
        while (names.find()) {
            String schema = names.group(1);
            if (schemas.contains(schema) && !schema.equals(owner)
                    && !published.getOrDefault(schema, Set.of()).contains(names.group(2))) {
                found.add(names.group());
            }
        }
        return found;
    }
}
