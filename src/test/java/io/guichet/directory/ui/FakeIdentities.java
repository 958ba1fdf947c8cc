package io.guichet.directory.ui;

import io.guichet.directory.AccountDetails;
import io.guichet.directory.Identities;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Identities in memory.
final class FakeIdentities implements Identities {

    final Map<FileRef, AccountDetails> accounts = new LinkedHashMap<>();
    final Map<FileRef, List<SearchRow>> linked = new LinkedHashMap<>();
    final Map<FileRef, List<SearchRow>> possible = new LinkedHashMap<>();

    @Override
    public List<SearchRow> linked(FileRef member) {
        return List.copyOf(linked.getOrDefault(member, List.of()));
    }

    @Override
    public List<SearchRow> possible(FileRef member) {
        return List.copyOf(possible.getOrDefault(member, List.of()));
    }

    @Override
    public Outcome<List<SearchRow>> link(FileRef member, FileRef other) {
        List<SearchRow> rows = new ArrayList<>(linked(member));
        rows.add(new SearchRow(other, other.reference(), "", null, List.of(), null));
        linked.put(member, rows);
        return keepApart(member, other);
    }

    @Override
    public Outcome<List<SearchRow>> unlink(FileRef member, FileRef other) {
        linked.put(member, linked(member).stream().filter(row -> !row.ref().equals(other)).toList());
        return new Outcome.Done<>(linked(member));
    }

    @Override
    public Outcome<List<SearchRow>> keepApart(FileRef member, FileRef other) {
        possible.put(member, possible(member).stream().filter(row -> !row.ref().equals(other)).toList());
        return new Outcome.Done<>(linked(member));
    }

    @Override
    public Optional<AccountDetails> account(FileRef account) {
        return Optional.ofNullable(accounts.get(account));
    }
}
