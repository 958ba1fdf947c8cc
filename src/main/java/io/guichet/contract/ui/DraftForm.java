package io.guichet.contract.ui;

import io.guichet.contract.AmendmentDetails;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.Offer;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What one amendment asks for, while it is typed: its fields (the day and the note among them), whom it is about, and how
/// that differs from what is stored.
public final class DraftForm {

    /// Somebody whom the amendment is about.
    ///
    /// @param ref  their file
    /// @param name what people call them
    public record Person(FileRef ref, String name) {
    }

    static final String EFFECTIVE = "contract.amendment.effective";
    static final String NOTE = "contract.amendment.note";
    private static final int LONGEST_NOTE = 2000;
    private static final int SINCE = 1000;

    private final FileRef contract;
    private final AmendmentKind kind;
    private final Map<String, List<Offer>> offers;
    private final FieldForm form;
    private final ReadOnlyObjectWrapper<@Nullable Person> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> subjectProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stranger = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
    private @Nullable FileRef storedSubject;
    private boolean storedStranger;

    private DraftForm(FileRef contract, AmendmentKind kind, Map<String, List<Offer>> offers, FieldValues stored,
                      boolean editable, FieldInput input, Locale locale) {
        this.contract = contract;
        this.kind = kind;
        this.offers = offers;
        List<FieldGroup> groups = new ArrayList<>();
        groups.add(new FieldGroup("contract.amendment.group.when", List.of(
                new FieldSpec(EFFECTIVE, new FieldType.Day(), true, true, Sensitivity.PLAIN, "", SINCE),
                new FieldSpec(NOTE, new FieldType.Text(LONGEST_NOTE), false, true, Sensitivity.PLAIN, "", SINCE))));
        groups.addAll(kind.groups());
        form = new FieldForm(typable(groups, offers), stored, editable, input, locale);
        form.changesProperty().subscribe(this::compare);
        // By its text, and once the field has read it: what cannot be read has no value, whatever is typed into it.
        form.fields().forEach(field -> field.textProperty().subscribe((before, now) -> compare()));
        subject.subscribe(this::compare);
        stranger.subscribe(this::compare);
    }

    /// A new amendment: nothing is stored yet.
    ///
    /// @param offers what can be entered where a code is asked for, by the field's key
    static DraftForm fresh(FileRef contract, AmendmentKind kind, Map<String, List<Offer>> offers, LocalDate effective,
                           @Nullable Person about, FieldInput input, Locale locale) {
        DraftForm made = new DraftForm(contract, kind, offers, FieldValues.of(Map.of(EFFECTIVE, effective.toString())),
                true, input, locale);
        if (kind.subject() != Subject.CONTRACT) {
            made.subject.set(about);
            made.storedSubject = about == null ? null : about.ref();
            made.compare();
        }
        return made;
    }

    /// One that is stored.
    static DraftForm of(AmendmentDetails details, Map<String, List<Offer>> offers, boolean editable, FieldInput input,
                        Locale locale) {
        DraftForm made = new DraftForm(details.row().contract(), details.kind(), offers, values(details), editable, input,
                locale);
        made.storedSubject = details.order().subject();
        made.storedStranger = details.order().stranger();
        made.subject.set(person(details));
        made.stranger.set(details.order().stranger());
        made.compare();
        return made;
    }

    /// What an amendment asks for is typed by who asks: nothing of it is fixed or hidden, whatever the member file does with
    /// a field of the same name. A code is chosen where it is known which there are.
    private static List<FieldGroup> typable(List<FieldGroup> groups, Map<String, List<Offer>> offers) {
        return groups.stream().map(group -> new FieldGroup(group.key(), group.fields().stream()
                .map(field -> new FieldSpec(field.key(), type(field, offers.getOrDefault(field.key(), List.of())),
                        field.required(), true, Sensitivity.PLAIN, field.source(), field.since())).toList())).toList();
    }

    private static FieldType type(FieldSpec field, List<Offer> offered) {
        return offered.isEmpty() ? field.type() : new FieldType.Choice(offered.stream().map(Offer::value).toList());
    }

    private static FieldValues values(AmendmentDetails details) {
        return details.order().values().with(EFFECTIVE, details.order().effective().toString())
                .with(NOTE, details.note());
    }

    private static @Nullable Person person(AmendmentDetails details) {
        FileRef ref = details.order().subject();
        return ref == null ? null
                : new Person(ref, details.row().name().isEmpty() ? ref.reference() : details.row().name());
    }

    public AmendmentKind kind() {
        return kind;
    }

    public FieldForm form() {
        return form;
    }

    /// What people call the value of a field that is chosen from what the country offers.
    Optional<String> offered(FieldViewModel field, String value) {
        return offers.getOrDefault(field.spec().key(), List.of()).stream().filter(each -> each.value().equals(value))
                .map(Offer::name).findFirst();
    }

    /// Whom it is about, or null while nobody is chosen.
    public ReadOnlyObjectProperty<@Nullable Person> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /// What is wrong with whom it is about, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> subjectProblemProperty() {
        return subjectProblem.getReadOnlyProperty();
    }

    /// Whether somebody said that the newcomer is nobody of those who are alike.
    public ReadOnlyBooleanProperty strangerProperty() {
        return stranger.getReadOnlyProperty();
    }

    /// Whether it differs from what is stored.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Whether something typed cannot be read, and so cannot be stored.
    public ReadOnlyBooleanProperty unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    /// It is about this person, or about nobody yet.
    public void about(@Nullable Person person) {
        subjectProblem.set(null);
        subject.set(person);
    }

    /// The newcomer is nobody of those who are alike, or that is open again.
    public void setStranger(boolean said) {
        stranger.set(said);
    }

    /// The first day it holds, as far as it can be read.
    public LocalDate effective() {
        return LocalDate.parse(form.values().get(EFFECTIVE).orElseThrow());
    }

    String note() {
        return form.values().get(NOTE).orElse("");
    }

    AmendmentOrder order() {
        Person about = subject.get();
        return new AmendmentOrder(contract.reference(), kind.code(), effective(), about == null ? null : about.ref(),
                form.values().with(EFFECTIVE, null).with(NOTE, null), stranger.get());
    }

    /// Whether something that can be read differs from what is stored.
    boolean storable() {
        return moved() || form.fields().stream().anyMatch(field -> field.changed() && !field.unreadable());
    }

    /// Shows the problems at their fields.
    ///
    /// @return those that belong to no field here
    List<FieldProblem> complain(List<FieldProblem> problems) {
        List<FieldProblem> elsewhere = new ArrayList<>();
        for (FieldProblem problem : problems) {
            String key = problem.field().equals("effective") ? EFFECTIVE : problem.field();
            if (key.equals("subject")) {
                subjectProblem.set(problem.message());
            } else {
                Optional<FieldViewModel> field = form.field(key);
                field.ifPresent(found -> found.complain(problem.message()));
                if (field.isEmpty()) {
                    elsewhere.add(problem);
                }
            }
        }
        return elsewhere;
    }

    /// The first field with a problem.
    Optional<FieldViewModel> firstProblem() {
        return form.fields().stream().filter(field -> field.problemProperty().get() != null).findFirst();
    }

    /// `sent` was stored and is now `stored`; what was typed since stays.
    void settle(AmendmentOrder sent, String note, AmendmentDetails stored) {
        form.settle(sent.values().with(EFFECTIVE, sent.effective().toString()).with(NOTE, note), values(stored));
        storedSubject = stored.order().subject();
        storedStranger = stored.order().stranger();
        compare();
    }

    /// Fields that a colleague and this person both made different, each in their own way.
    List<FieldViewModel> overlaps(AmendmentDetails theirs) {
        FieldValues now = values(theirs);
        return form.fields().stream().filter(FieldViewModel::changed).filter(field -> {
            String stored = now.get(field.spec().key()).orElse(null);
            return !Objects.equals(stored, field.base()) && !Objects.equals(stored, field.value());
        }).toList();
    }

    /// Whether both chose another subject.
    boolean subjectOverlaps(AmendmentDetails theirs) {
        Person mine = subject.get();
        FileRef here = mine == null ? null : mine.ref();
        FileRef there = theirs.order().subject();
        return !Objects.equals(here, storedSubject) && !Objects.equals(there, storedSubject)
                && !Objects.equals(here, there);
    }

    /// What a colleague stored is the ground now; what this person changed stays, unless `taking`.
    void rebase(AmendmentDetails theirs, boolean taking) {
        FieldValues now = values(theirs);
        Person mine = subject.get();
        boolean subjectMoved = !Objects.equals(mine == null ? null : mine.ref(), storedSubject);
        boolean strangerMoved = stranger.get() != storedStranger;
        List<FieldViewModel> overlapping = overlaps(theirs);
        form.rebase(now);
        storedSubject = theirs.order().subject();
        storedStranger = theirs.order().stranger();
        if (taking || !subjectMoved) {
            subject.set(person(theirs));
        }
        if (taking || !strangerMoved) {
            stranger.set(storedStranger);
        }
        if (taking) {
            overlapping.forEach(field -> field.take(now.get(field.spec().key()).orElse(null)));
        }
        compare();
    }

    private void compare() {
        unreadable.set(form.fields().stream().anyMatch(FieldViewModel::unreadable));
        dirty.set(form.edited() || moved());
    }

    private boolean moved() {
        Person about = subject.get();
        return !Objects.equals(about == null ? null : about.ref(), storedSubject) || stranger.get() != storedStranger;
    }
}
