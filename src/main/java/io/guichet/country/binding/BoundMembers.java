package io.guichet.country.binding;

import io.guichet.country.MemberFile;
import io.guichet.country.MemberRecords;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// The members of one country, found and saved by the description of its tables.
///
/// A file is one root row and its neighbours. They are read by one statement, so that opening a file costs one round
/// trip however many tables a country has. A save locks the root row first: of two that start from one version, the
/// second waits and then finds the version gone.
///
/// @param <R> entity of the root table
public final class BoundMembers<R> implements MemberRecords {

    private final CountryCode country;
    private final RootTable<R> root;
    private final List<NeighbourTable<?>> neighbours;
    private final Function<FieldValues, List<FieldProblem>> rules;
    private final List<FieldGroup> groups;
    private final String query;

    /// @param root       the table of the members
    /// @param neighbours tables beside it
    /// @param rules      what is wrong across fields
    public BoundMembers(CountryCode country, RootTable<R> root, List<NeighbourTable<?>> neighbours,
                        Function<FieldValues, List<FieldProblem>> rules) {
        this.country = country;
        this.root = root;
        this.neighbours = List.copyOf(neighbours);
        this.rules = rules;
        this.groups = groups(root, this.neighbours);
        this.query = query(root, this.neighbours);
    }

    @Override
    public List<FieldGroup> groups() {
        return groups;
    }

    @Override
    public Optional<MemberFile> find(UnitOfWork work, String reference) {
        return root.key(reference).flatMap(key -> rows(work.session(), key)).map(rows -> file(reference, rows));
    }

    @Override
    public List<FieldProblem> check(FieldValues values) {
        return rules.apply(values);
    }

    @Override
    public OptionalLong save(UnitOfWork work, String reference, long version, FieldValues values) {
        Object key = root.key(reference).orElse(null);
        StatelessSession session = work.session();
        if (key == null || !lock(session, key, version)) {
            return OptionalLong.empty();
        }
        return rows(session, key).map(rows -> OptionalLong.of(write(session, key, rows, version, values)))
                .orElseGet(OptionalLong::empty);
    }

    private boolean lock(StatelessSession session, Object key, long version) {
        R row = session.get(root.entity(), key, LockMode.PESSIMISTIC_WRITE);
        return row != null && root.version(row) == version;
    }

    private Optional<@Nullable Object[]> rows(StatelessSession session, Object key) {
        return session.createSelectionQuery(query, Object[].class).setParameter("key", key).uniqueResultOptional();
    }

    private MemberFile file(String reference, @Nullable Object[] rows) {
        Map<String, @Nullable String> values = new HashMap<>();
        root.read(rows[0], values);
        for (int i = 0; i < neighbours.size(); i++) {
            neighbours.get(i).read(rows[i + 1], values);
        }
        R row = root.entity().cast(rows[0]);
        return new MemberFile(new FileRef(country, FileKind.MEMBER, reference), root.version(row), root.label(row),
                FieldValues.of(values));
    }

    private long write(StatelessSession session, Object key, @Nullable Object[] rows, long version,
                       FieldValues wanted) {
        R row = root.entity().cast(rows[0]);
        List<Integer> touched = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            if (neighbours.get(i).differs(rows[i + 1], wanted)) {
                touched.add(i);
            }
        }
        if (touched.isEmpty() && !root.differs(row, wanted)) {
            return version;
        }
        root.write(row, wanted);
        // the root row is written even when only a neighbour differs: its version is that of the whole file
        session.update(row);
        long written = root.version(row);
        touched.forEach(i -> neighbours.get(i).save(session, rows[i + 1], key, written, wanted));
        return written;
    }

    private static List<FieldGroup> groups(RootTable<?> root, List<NeighbourTable<?>> neighbours) {
        Map<String, List<FieldSpec>> byGroup = new LinkedHashMap<>();
        List<TableBinding<?, ?>> tables = new ArrayList<>(List.of(root));
        tables.addAll(neighbours);
        tables.stream().flatMap(table -> table.fields().stream())
                .forEach(field -> byGroup.computeIfAbsent(field.group(), group -> new ArrayList<>()).add(field.spec()));
        return byGroup.entrySet().stream().map(group -> new FieldGroup(group.getKey(), group.getValue())).toList();
    }

    private static String query(RootTable<?> root, List<NeighbourTable<?>> neighbours) {
        StringBuilder select = new StringBuilder("select r");
        StringBuilder from = new StringBuilder(" from ").append(root.entity().getName()).append(" r");
        for (int i = 0; i < neighbours.size(); i++) {
            String alias = "n" + i;
            select.append(", ").append(alias);
            from.append(" left join ").append(neighbours.get(i).entity().getName()).append(' ').append(alias)
                    .append(" on id(").append(alias).append(") = id(r)");
        }
        return select.append(from).append(" where id(r) = :key").toString();
    }
}
