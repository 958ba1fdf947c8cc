package io.guichet.bootstrap.tour;

import io.guichet.bootstrap.Composition;
import io.guichet.country.Country;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchRow;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.ui.Theme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Member files of each country, a card, the list of members.
final class FileStop implements TourStop {

    private static final int FIRST_NUMBER = 100_000;

    @Override
    public void visit(TourGuide guide) {
        Composition window = guide.composition();
        for (Country country : guide.shared().countries().all()) {
            CountryCode code = country.code();
            FileRef member = first(guide, code, FileKind.MEMBER);
            guide.act(() -> window.tabs().open(member, false));
            guide.picture("member-" + code.folder());
        }
        FileRef member = first(guide, guide.shared().countries().all().getLast().code(), FileKind.MEMBER);
        guide.act(() -> window.tabs().open(member, false));
        guide.act(() -> window.window().shortcuts());
        guide.picture("shortcuts");
        guide.act(() -> window.window().dismiss());
        guide.press("#face-details");
        guide.picture("member-details");
        reveal(guide, member);
        problem(guide, member);
        for (Country country : guide.shared().countries().all()) {
            claim(guide, country.code()).ifPresent(claim -> {
                guide.act(() -> window.tabs().open(claim, false));
                guide.picture("claim-" + country.code().folder());
            });
        }
        FileRef account = first(guide, member.country(), FileKind.ACCOUNT);
        guide.act(() -> window.tabs().open(account, false));
        guide.picture("account");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("account-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        window.shell().navigation().stream().filter(entry -> entry.screenId().startsWith("member"))
                .findFirst().ifPresent(entry -> {
                    guide.act(() -> window.tabs().open(entry.screenId(), false));
                    guide.picture("members");
                });
    }

    private static void reveal(TourGuide guide, FileRef member) {
        Optional<FieldSpec> masked = fields(guide, member).stream()
                .filter(field -> guide.get(() -> guide.find("#reveal-" + id(field)).isPresent())).findFirst();
        masked.ifPresent(field -> {
            guide.press("#reveal-" + id(field));
            guide.picture("member-revealed");
        });
    }

    /// Types a phone number that cannot be, saves, and undoes it.
    private static void problem(TourGuide guide, FileRef member) {
        Optional<FieldSpec> phone = fields(guide, member).stream()
                .filter(field -> field.type() instanceof FieldType.Phone && field.editable()).findFirst();
        phone.ifPresent(field -> {
            guide.type(input(field), "12");
            guide.press("#save");
            guide.picture("member-problem");
            guide.press("#undoAll");
            conflict(guide, member, field);
        });
    }

    /// Changes the same field in another window and here, and saves here.
    private static void conflict(TourGuide guide, FileRef member, FieldSpec field) {
        guide.type(input(field), "+32 470 12 34 56");
        OpenMember there = guide.components().directory().refresh(member).orElseThrow();
        // Another one in each language, the same on each tour.
        String theirs = "+32470" + (FIRST_NUMBER + guide.pictures().size());
        Outcome<OpenMember> saved = guide.components().directory().save(new SaveMember(member, there.file().version(),
                there.file().values(), there.file().values().with(field.key(), theirs)));
        if (!(saved instanceof Outcome.Done<OpenMember>)) {
            throw new IllegalStateException("the other window could not save: " + saved.getClass().getSimpleName());
        }
        guide.press("#save");
        guide.picture("member-conflict");
        guide.press("#undoAll");
    }

    private static String input(FieldSpec field) {
        return "#field-" + id(field);
    }

    private static List<FieldSpec> fields(TourGuide guide, FileRef member) {
        return guide.components().directory().refresh(member).orElseThrow().groups().stream()
                .flatMap(group -> group.fields().stream()).toList();
    }

    private static String id(FieldSpec field) {
        return field.key().replace('.', '-');
    }

    /// A claim by the ways in which countries number them: some by a year, with a letter before it or not, some by digits.
    private static Optional<FileRef> claim(TourGuide guide, CountryCode country) {
        return Stream.of("2026000", "R2026000", "00").map(typed -> guide.components().directory().search(new SearchRequest(typed,
                        guide.shared().texts().locale(), Set.of(country), Set.of(FileKind.CLAIM), 1)).rows())
                .flatMap(List::stream).findFirst().map(SearchRow::ref);
    }

    static FileRef first(TourGuide guide, CountryCode country, FileKind kind) {
        List<SearchRow> found = List.of();
        for (char letter = 'a'; letter <= 'z' && found.isEmpty(); letter++) {
            found = guide.components().directory().search(new SearchRequest("ma" + letter,
                    guide.shared().texts().locale(), Set.of(country), Set.of(kind), 1)).rows();
        }
        for (char digit = '0'; digit <= '9' && found.isEmpty(); digit++) {
            found = guide.components().directory().search(new SearchRequest("" + digit + digit,
                    guide.shared().texts().locale(), Set.of(country), Set.of(kind), 1)).rows();
        }
        return found.stream().findFirst().map(SearchRow::ref).orElseThrow(
                () -> new IllegalStateException("the sample has no " + kind.code() + " in " + country));
    }
}
