package io.guichet.country.binding;

import io.guichet.country.Card;
import io.guichet.country.Card.Related;
import io.guichet.country.Card.Table;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads one kind of card straight from SQL.
///
/// @param country the country
/// @param kind    what the card is about
/// @param key     the primary key that a reference stands for, or empty when it cannot be one
/// @param sql     one row for the key in `?`: first the label, then the fields of `groups` in their order
/// @param groups  what the card shows
/// @param tables  what it lists below
/// @param related where one can go from here
public record CardQuery(CountryCode country, FileKind kind, Function<String, Optional<?>> key, String sql,
                        List<FieldGroup> groups, List<TableQuery> tables, List<RelatedQuery> related) {

    /// Lines that a card lists.
    ///
    /// @param title   text key of what stands above
    /// @param columns what stands in them
    /// @param sql     for the key in `?`: the columns of each line, in their order
    public record TableQuery(String title, List<FieldSpec> columns, String sql) {
        public TableQuery {
            Objects.requireNonNull(title);
            Objects.requireNonNull(sql);
            columns = List.copyOf(columns);
        }
    }

    /// Files that one can go to.
    ///
    /// @param kind their kind
    /// @param sql  for the key in `?`: reference and label of each
    public record RelatedQuery(FileKind kind, String sql) {
        public RelatedQuery {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(sql);
        }
    }

    public CardQuery {
        Objects.requireNonNull(country);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(sql);
        groups = List.copyOf(groups);
        tables = List.copyOf(tables);
        related = List.copyOf(related);
    }

    /// A card without tables.
    public CardQuery(CountryCode country, FileKind kind, Function<String, Optional<?>> key, String sql,
                     List<FieldGroup> groups, List<RelatedQuery> related) {
        this(country, kind, key, sql, groups, List.of(), related);
    }

    /// A field of a card: shown as it is, never changed there.
    public static FieldSpec shown(String key, FieldType type, String source) {
        return new FieldSpec(key, type, false, false, Sensitivity.PLAIN, source, 1000);
    }

    /// The card, or empty when there is none that the signed-in role may see.
    public Optional<Card> find(UnitOfWork work, String reference) {
        return key.apply(reference).flatMap(value -> work.sql(connection -> find(connection, value, reference)));
    }

    private Optional<Card> find(Connection connection, Object value, String reference) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Card(new FileRef(country, kind, reference), row.getString(1), groups,
                        values(row, groups.stream().flatMap(group -> group.fields().stream()).toList(), 1),
                        tables(connection, value), related(connection, value)));
            }
        }
    }

    /// @param before columns of the row that stand before the first field
    private static FieldValues values(ResultSet row, List<FieldSpec> fields, int before) throws SQLException {
        Map<String, @Nullable String> values = new HashMap<>();
        int column = before;
        for (FieldSpec field : fields) {
            column++;
            values.put(field.key(), field.type() instanceof FieldType.Flag
                    ? Boolean.toString(row.getBoolean(column)) : row.getString(column));
        }
        return FieldValues.of(values);
    }

    private List<Table> tables(Connection connection, Object value) throws SQLException {
        List<Table> found = new ArrayList<>();
        for (TableQuery query : tables) {
            List<FieldValues> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                statement.setObject(1, value);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(values(row, query.columns(), 0));
                    }
                }
            }
            found.add(new Table(query.title(), query.columns(), rows));
        }
        return found;
    }

    private List<Related> related(Connection connection, Object value) throws SQLException {
        List<Related> found = new ArrayList<>();
        for (RelatedQuery query : related) {
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                statement.setObject(1, value);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(new Related(new FileRef(country, query.kind(), row.getString(1)), row.getString(2)));
                    }
                }
            }
        }
        return found;
    }
}
