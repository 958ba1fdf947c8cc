package io.guichet.directory.ui;

import io.guichet.country.Card;
import io.guichet.country.MemberFile;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A directory in memory that keeps versions and a trail as the real one does.
final class FakeDirectory implements Directory {

    final List<String> calls = new ArrayList<>();
    final Map<FileRef, Card> cards = new LinkedHashMap<>();
    final List<SaveMember> saves = new ArrayList<>();
    List<FieldProblem> refusals = List.of();
    @Nullable UserMessage denial;
    @Nullable RuntimeException failure;
    boolean editable = true;
    private @Nullable RuntimeException pending;
    private int untilFailure;
    private final List<FieldGroup> groups;
    private final Map<FileRef, MemberFile> members = new LinkedHashMap<>();
    private final Map<FileRef, List<Versioned>> trail = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    private record Versioned(long version, FieldChange change) {
    }

    FakeDirectory(List<FieldGroup> groups) {
        this.groups = groups;
    }

    void add(FileRef ref, String label, Map<String, String> values) {
        members.put(ref, new MemberFile(ref, 1, label, FieldValues.of(values)));
        trail.put(ref, new ArrayList<>());
    }

    void remove(FileRef ref) {
        members.remove(ref);
    }

    /// A colleague in another window.
    void changedBy(String who, FileRef ref, String key, @Nullable String value) {
        MemberFile was = stored(ref);
        write(was, was.values().with(key, value), who);
    }

    MemberFile stored(FileRef ref) {
        return Objects.requireNonNull(members.get(ref));
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return new SearchResult(List.of(), Duration.ZERO);
    }

    @Override
    public List<SearchRow> rows(List<FileRef> files) {
        return files.stream().map(members::get).filter(Objects::nonNull)
                .map(file -> new SearchRow(file.ref(), file.label(), "", null, List.of(), null)).toList();
    }

    /// Sorted by label; members whose label holds the text.
    @Override
    public Page<MemberRow> members(MemberPageRequest request) {
        call("members");
        Comparator<MemberRow> order = Comparator.comparing(row -> row.place().sort());
        if (request.backwards()) {
            order = order.reversed();
        }
        Keyset from = request.from();
        List<MemberRow> rows = members.values().stream()
                .filter(file -> request.countries().isEmpty() || request.countries().contains(file.ref().country()))
                .filter(file -> file.label().contains(request.text()))
                .map(file -> new MemberRow(file.ref(), file.label(), "", null, new Keyset(file.label(), 1)))
                .filter(row -> from == null || (request.backwards()
                        ? row.label().compareTo(from.sort()) < 0 : row.label().compareTo(from.sort()) > 0))
                .sorted(order).limit(request.limit() + 1L).toList();
        boolean more = rows.size() > request.limit();
        return new Page<>(more ? rows.subList(0, request.limit()) : rows, more);
    }

    @Override
    public Optional<OpenMember> open(FileRef member, String purpose) {
        call("open " + purpose);
        return read(member);
    }

    @Override
    public Optional<OpenMember> refresh(FileRef member) {
        call("refresh");
        return read(member);
    }

    @Override
    public void close(FileRef member) {
        call("close");
    }

    @Override
    public void recordReveal(FileRef member, String fieldKey) {
        call("reveal " + fieldKey);
    }

    @Override
    public Outcome<OpenMember> save(SaveMember command) {
        call("save");
        saves.add(command);
        if (denial != null) {
            return new Outcome.Denied<>(denial);
        }
        if (!refusals.isEmpty()) {
            return new Outcome.Invalid<>(refusals);
        }
        MemberFile was = stored(command.ref());
        if (was.version() != command.version()) {
            return new Outcome.Conflict<>(was.version(), trail(command.ref()).stream()
                    .filter(row -> row.version() > command.version()).map(Versioned::change).toList());
        }
        FieldValues values = was.values();
        for (String key : keys(command.base(), command.values())) {
            String wanted = command.values().get(key).orElse(null);
            if (!Objects.equals(command.base().get(key).orElse(null), wanted)) {
                values = values.with(key, wanted);
            }
        }
        write(was, values, "care");
        return new Outcome.Done<>(read(command.ref()).orElseThrow());
    }

    @Override
    public List<FieldChange> history(FileRef member, int limit) {
        call("history");
        return trail(member).reversed().stream().limit(limit).map(Versioned::change).toList();
    }

    @Override
    public Optional<Card> card(FileRef file) {
        call("card");
        return Optional.ofNullable(cards.get(file));
    }

    /// The next `good` calls work, all after them fail.
    void failAfter(int good, RuntimeException cause) {
        untilFailure = good;
        pending = cause;
    }

    private void call(String what) {
        calls.add(what);
        if (pending != null && untilFailure-- == 0) {
            failure = pending;
            pending = null;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Optional<OpenMember> read(FileRef ref) {
        return Optional.ofNullable(members.get(ref)).map(file -> new OpenMember(file, groups, editable));
    }

    private void write(MemberFile was, FieldValues values, String who) {
        long version = was.version() + 1;
        now = now.plusSeconds(60);
        for (String key : keys(was.values(), values)) {
            String before = was.values().get(key).orElse(null);
            String after = values.get(key).orElse(null);
            if (!Objects.equals(before, after)) {
                trail(was.ref()).add(new Versioned(version, new FieldChange(key, before, after, who, now)));
            }
        }
        members.put(was.ref(), new MemberFile(was.ref(), version, was.label(), values));
    }

    private List<Versioned> trail(FileRef ref) {
        return Objects.requireNonNull(trail.get(ref));
    }

    private static TreeSet<String> keys(FieldValues one, FieldValues other) {
        TreeSet<String> keys = new TreeSet<>(one.asMap().keySet());
        keys.addAll(other.asMap().keySet());
        return keys;
    }
}
