package io.guichet.reimbursement.ui.entry;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.Entries.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is typed of one claim: the claim's own fields and its lines.
public final class EntryCase {

    /// More lines are another claim.
    public static final int MOST_LINES = 50;

    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.(.+)");
    private static final FieldValues NOTHING = FieldValues.of(Map.of());

    private final FileRef member;
    private final @Nullable ClaimFile revised;
    private final EntryWork work;
    private final Runnable changed;
    private final ClaimForm description;
    private final Adjudication rules;
    private final FieldValues known;
    private final FieldForm claim;
    private final List<EntryLine> lines = new ArrayList<>();
    private final String origin = "entry:" + UUID.randomUUID();
    private final int begun;
    private Locale locale;

    /// @param known   what is known before anything is typed, of the claim and of its first line
    /// @param revised the claim that is entered anew, or null
    /// @param changed run after each change
    EntryCase(FileRef member, FieldValues known, @Nullable ClaimFile revised, EntryWork work, Locale locale, Runnable changed) {
        this.member = member;
        this.revised = revised;
        this.work = work;
        this.changed = changed;
        this.locale = locale;
        this.known = known;
        Country country = work.countries().require(member.country());
        description = country.claims().orElseThrow().form();
        rules = country.adjudication().orElseThrow();
        claim = new FieldForm(description.claim(), revised == null ? known : revised.claim(), true, work.input(), locale);
        claim.fields().forEach(field -> field.textProperty().subscribe((before, now) -> changed.run()));
        List<FieldValues> first = revised == null || revised.lines().isEmpty() ? List.of(known) : revised.lines();
        first.forEach(values -> lines.add(line(values)));
        begun = lines.size();
    }

    private EntryLine line(FieldValues values) {
        return new EntryLine(description, values, revised != null, rules, work, locale, changed);
    }

    public FileRef member() {
        return member;
    }

    /// The claim that is entered anew, or null.
    public @Nullable ClaimFile revised() {
        return revised;
    }

    /// The claim's own fields.
    public FieldForm claim() {
        return claim;
    }

    public List<EntryLine> lines() {
        return List.copyOf(lines);
    }

    ClaimForm description() {
        return description;
    }

    /// One line more, with what the line before has in common with it; null when there are enough.
    public @Nullable EntryLine add() {
        if (lines.size() >= MOST_LINES) {
            return null;
        }
        EntryLine added = line(lines.getLast().following());
        lines.add(added);
        changed.run();
        return added;
    }

    /// Takes a line away; the last one is emptied instead.
    public void remove(EntryLine line) {
        if (lines.size() == 1) {
            lines.set(0, line(known));
        } else {
            lines.remove(line);
        }
        changed.run();
    }

    /// Whether something was typed.
    public boolean edited() {
        return claim.edited() || lines.size() != begun || lines.stream().anyMatch(EntryLine::edited);
    }

    /// The lines that say something; a line that was begun for a next one is none.
    List<EntryLine> filled() {
        List<EntryLine> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        return filled.isEmpty() ? List.of(lines.getFirst()) : filled;
    }

    /// Text key of the first thing that is still needed before the rules can be asked, or empty.
    Optional<String> lacks() {
        return firstOf(field -> field.lacking() || field.unreadable());
    }

    /// Text key of the first field that holds something nobody can read, or empty.
    Optional<String> unreadable() {
        return Stream.concat(claim.fields().stream(), filled().stream().flatMap(line -> line.form().fields().stream()))
                .filter(FieldViewModel::unreadable).map(field -> field.spec().key()).findFirst();
    }

    private Optional<String> firstOf(Predicate<FieldViewModel> wrong) {
        Optional<String> own = claim.fields().stream().filter(wrong).map(field -> field.spec().key()).findFirst();
        return own.or(() -> filled().stream().flatMap(line -> line.lacks(wrong).stream()).findFirst());
    }

    /// The claim as it is taken in.
    ClaimIntake intake() {
        return new ClaimIntake(member.reference(), claim.values(), filled().stream().map(EntryLine::values).toList(), origin);
    }

    /// What stands in the fields, readable or not.
    Typed typed() {
        FieldValues own = NOTHING;
        for (FieldViewModel field : claim.fields()) {
            own = own.with(field.spec().key(), field.value() == null ? field.textProperty().get() : field.value());
        }
        return new Typed(own, lines.stream().map(EntryLine::typed).toList());
    }

    /// Puts back what stood in the fields.
    void restore(Typed typed) {
        EntryLine.restore(claim, typed.claim());
        lines.clear();
        for (FieldValues values : typed.lines()) {
            // Measured against what was known at first: only what somebody typed counts as typed.
            EntryLine line = line(known.with(description.act(), null));
            line.restore(values);
            lines.add(line);
        }
        if (lines.isEmpty()) {
            lines.add(line(known));
        }
        changed.run();
    }

    /// Says problems at their fields.
    ///
    /// @return those that belong to no field here
    List<FieldProblem> complain(List<FieldProblem> problems) {
        List<FieldProblem> others = new ArrayList<>();
        List<EntryLine> filled = filled();
        for (FieldProblem problem : problems) {
            Matcher ofLine = OF_LINE.matcher(problem.field());
            boolean said;
            if (ofLine.matches()) {
                int index = Integer.parseInt(ofLine.group(1));
                said = index < filled.size() && filled.get(index).complain(ofLine.group(2), problem.message());
            } else {
                said = claim.field(problem.field()).isPresent();
                claim.complain(List.of(problem));
            }
            if (!said) {
                others.add(problem);
            }
        }
        return others;
    }

    /// Says of everything that is lacking or unreadable that it is.
    void complainOfAll() {
        claim.firstUnreadable();
        filled().forEach(line -> line.form().firstUnreadable());
    }

    void dropComplaints() {
        claim.fields().forEach(FieldViewModel::dropComplaint);
        lines.forEach(EntryLine::dropComplaints);
    }

    /// The label of a field as problems and changes name it; the line's number first where it is a line's.
    Label label(String field) {
        Matcher ofLine = OF_LINE.matcher(field);
        return ofLine.matches() ? new Label(Integer.parseInt(ofLine.group(1)) + 1, ofLine.group(2)) : new Label(0, field);
    }

    /// What a field is called.
    ///
    /// @param line from 1; 0 for the claim's own
    /// @param key  text key
    record Label(int line, String key) {
    }

    /// A canonical value of a field in words.
    String shown(String key, @Nullable String canonical, Texts texts) {
        String empty = texts.get("country.form.empty");
        if (canonical == null) {
            return empty;
        }
        return Stream.concat(description.claim().stream(), description.line().stream()).flatMap(group -> group.fields().stream())
                .filter(spec -> spec.key().equals(key)).findFirst().map(spec -> work.input().shown(spec, canonical, texts))
                .orElse(canonical);
    }

    void use(Locale language) {
        locale = language;
        claim.use(language);
        lines.forEach(line -> line.use(language));
    }
}
