package io.guichet.shell.ui;

import io.guichet.country.Card;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A directory in memory that finds by parts of names.
final class SearchableDirectory implements Directory {

    static final FileRef ELODIE = ref("FR", FileKind.MEMBER, "1000042");
    static final FileRef PIETER = ref("BE", FileKind.MEMBER, "77310");
    static final FileRef CLAIM = ref("FR", FileKind.CLAIM, "2026-004182");

    final List<SearchRequest> asked = new ArrayList<>();
    @Nullable RuntimeException failure;

    private final List<SearchRow> rows = List.of(
            new SearchRow(ELODIE, "Élodie Garcia", "Lyon · Boulangerie Martin", LocalDate.of(1987, 3, 14), List.of(),
                    null),
            new SearchRow(ref("ES", FileKind.MEMBER, "88120"), "Elena García Ruiz", "Valencia", LocalDate.of(1990, 7, 2),
                    List.of(), null),
            new SearchRow(PIETER, "Pieter Garcia-Janssens", "Gent · Brouwerij De Leie", LocalDate.of(1979, 11, 30),
                    List.of(), null),
            new SearchRow(CLAIM, "Claim 2026-004182", "Élodie Garcia · 12/11/2026", null, List.of(), null),
            new SearchRow(ref("FR", FileKind.COMPANY, "552100554"), "Garcia & Fils SARL", "Toulouse", null, List.of(),
                    null),
            new SearchRow(ref("ES", FileKind.CONTRACT, "P-204481"), "Póliza García Salud", "Valencia", null, List.of(),
                    null));

    static FileRef ref(String country, FileKind kind, String reference) {
        return new FileRef(new CountryCode(country), kind, reference);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        asked.add(request);
        if (failure != null) {
            throw failure;
        }
        String wanted = request.text().toLowerCase(Locale.ROOT);
        List<SearchRow> found = rows.stream()
                .filter(row -> request.kinds().isEmpty() || request.kinds().contains(row.ref().kind()))
                .filter(row -> request.countries().isEmpty() || request.countries().contains(row.ref().country()))
                .flatMap(row -> hit(row, wanted).stream()).toList();
        return new SearchResult(found, Duration.ofMillis(12));
    }

    @Override
    public List<SearchRow> rows(List<FileRef> files) {
        if (failure != null) {
            throw failure;
        }
        return files.stream().flatMap(file -> rows.stream().filter(row -> row.ref().equals(file))).toList();
    }

    @Override
    public Page<MemberRow> members(MemberPageRequest request) {
        return new Page<>(List.of(), false);
    }

    @Override
    public Optional<OpenMember> open(FileRef member, String purpose) {
        return Optional.empty();
    }

    @Override
    public Optional<OpenMember> refresh(FileRef member) {
        return Optional.empty();
    }

    @Override
    public void close(FileRef member) {
    }

    @Override
    public void recordReveal(FileRef member, String fieldKey) {
    }

    @Override
    public Outcome<OpenMember> save(SaveMember command) {
        return new Outcome.Denied<>(UserMessage.of("shell.error.noScreen"));
    }

    @Override
    public List<FieldChange> history(FileRef member, int limit) {
        return List.of();
    }

    @Override
    public Optional<Card> card(FileRef file) {
        return Optional.empty();
    }

    private static Optional<SearchRow> hit(SearchRow row, String wanted) {
        String plain = row.label().toLowerCase(Locale.ROOT).replace('í', 'i').replace('é', 'e');
        int at = plain.indexOf(wanted);
        return at < 0 ? Optional.empty() : Optional.of(new SearchRow(row.ref(), row.label(), row.detail(),
                row.birthDate(), List.of(new SearchRow.Hit(at, at + wanted.length())), row.because()));
    }
}
