package io.guichet.contract.ui;

import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.directory.SearchRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Finds whom an amendment is about: among the people covered, or for a newcomer among all members of the country.
public final class SubjectSearch {

    /// Somebody who can be chosen.
    ///
    /// @param person who
    /// @param birth  birth date, or null when it is not known
    public record Candidate(DraftForm.Person person, @Nullable LocalDate birth) {
    }

    static final int OFFERED = 8;
    private static final int SHORTEST = 2;

    private final StringProperty text = new SimpleStringProperty("");
    private final Section<List<Candidate>> found;

    /// @param day   on which the amendment begins to hold
    /// @param locale how the person writes dates
    SubjectSearch(ContractWork work, FileRef contract, Subject subject, Supplier<LocalDate> day, Supplier<Locale> locale) {
        found = new Section<>(work.background(), () -> {
            String typed = text.get().strip();
            return subject == Subject.COVERED ? covered(work, contract, day.get(), typed)
                    : members(work, contract, typed, locale.get());
        });
        text.subscribe((before, after) -> found.load());
    }

    private static Callable<List<Candidate>> covered(ContractWork work, FileRef contract, LocalDate day, String typed) {
        return () -> work.contracts().people(contract, day, typed, null, OFFERED).rows().stream()
                .map(person -> new Candidate(new DraftForm.Person(person.member(), person.name()), person.birth()))
                .toList();
    }

    private static Callable<List<Candidate>> members(ContractWork work, FileRef contract, String typed, Locale locale) {
        if (typed.length() < SHORTEST) {
            return List::of;
        }
        SearchRequest request = new SearchRequest(typed, locale, Set.of(contract.country()), Set.of(FileKind.MEMBER), OFFERED);
        return () -> work.directory().search(request).rows().stream()
                .map(row -> new Candidate(new DraftForm.Person(row.ref(), row.label()), row.birthDate())).toList();
    }

    /// What begins words of the name.
    public StringProperty textProperty() {
        return text;
    }

    /// Who can be chosen.
    public Section<List<Candidate>> found() {
        return found;
    }
}
