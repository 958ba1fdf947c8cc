package io.guichet.reimbursement.ui.entry;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.UserMessage;
import io.guichet.reimbursement.ui.ActSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One line of a claim that is being entered: an act, what nearly every line needs, and what few lines need.
public final class EntryLine {

    /// Nearly every line has one, whatever the country calls it.
    private static final String PROVIDER = ".provider";

    private final ClaimForm description;
    private final ActSearch act;
    private final FieldForm form;
    private final LocalDate today;
    private final String begun;
    private final boolean revised;

    /// @param values what stands in the fields at first
    /// @param changed run after each change
    /// @param revised whether what stands there was entered before
    EntryLine(ClaimForm description, FieldValues values, boolean revised, Adjudication rules, EntryWork work, Locale locale,
              Runnable changed) {
        this.description = description;
        this.revised = revised;
        today = work.today();
        List<FieldGroup> others = description.line().stream().map(group -> new FieldGroup(group.key(),
                group.fields().stream().filter(field -> !field.key().equals(description.act())).toList())).toList();
        form = new FieldForm(others, values, true, work.input(), locale);
        act = new ActSearch(rules::acts, today, work.texts());
        day().valueProperty().subscribe((before, now) -> act.at(on()));
        act.at(on());
        values.get(description.act()).ifPresent(act::choose);
        begun = code();
        act.textProperty().subscribe((before, now) -> changed.run());
        form.fields().forEach(field -> field.textProperty().subscribe((before, now) -> changed.run()));
    }

    /// The act.
    public ActSearch act() {
        return act;
    }

    /// Text key of the act's label.
    public String actKey() {
        return description.act();
    }

    /// All fields but the act.
    public FieldForm form() {
        return form;
    }

    /// What nearly every line needs, in the country's order.
    public List<FieldViewModel> main() {
        return form.fields().stream().filter(field -> isMain(field.spec())).toList();
    }

    /// What few lines need, under the country's titles.
    public List<FieldForm.Group> more() {
        List<FieldForm.Group> more = new ArrayList<>();
        for (FieldForm.Group group : form.groups()) {
            List<FieldViewModel> fields = group.fields().stream().filter(field -> !isMain(field.spec())).toList();
            if (!fields.isEmpty()) {
                more.add(new FieldForm.Group(group.key(), fields));
            }
        }
        return more;
    }

    /// Whether something stands, or is wrong, among what few lines need.
    public boolean usesMore() {
        return more().stream().flatMap(group -> group.fields().stream())
                .anyMatch(field -> field.changed() || field.problemProperty().get() != null || revised && field.value() != null
                        && !(field.spec().type() instanceof FieldType.Flag));
    }

    private boolean isMain(FieldSpec spec) {
        return spec.required() || spec.key().equals(description.careDay()) || spec.key().equals(description.charged())
                || spec.key().endsWith(PROVIDER);
    }

    /// The day of care, today while it cannot be read.
    LocalDate on() {
        String day = day().value();
        return day == null ? today : LocalDate.parse(day);
    }

    /// Whether nobody has typed anything that would be missed.
    boolean isEmpty() {
        return act.textProperty().get().isBlank() && field(description.charged()).textProperty().get().isBlank();
    }

    /// Whether something differs from what stood here at first.
    boolean edited() {
        return form.edited() || !begun.equals(code()) || act.chosen() == null && !act.textProperty().get().isBlank();
    }

    private String code() {
        Act chosen = act.chosen();
        return chosen == null ? "" : chosen.code();
    }

    /// The values as the country takes them.
    FieldValues values() {
        Act chosen = act.chosen();
        return form.values().with(description.act(), chosen == null ? null : chosen.code());
    }

    /// What stands in the fields, readable or not.
    FieldValues typed() {
        Act chosen = act.chosen();
        FieldValues typed = FieldValues.of(Map.of()).with(description.act(),
                chosen == null ? act.textProperty().get() : chosen.code());
        for (FieldViewModel field : form.fields()) {
            typed = typed.with(field.spec().key(), field.value() == null ? field.textProperty().get() : field.value());
        }
        return typed;
    }

    /// Puts back what stood in the fields.
    void restore(FieldValues typed) {
        typed.get(description.act()).ifPresent(code -> {
            act.choose(code);
            if (act.chosen() == null) {
                act.textProperty().set(code);
            }
        });
        restore(form, typed);
    }

    /// Puts back what stood in the fields of a form.
    static void restore(FieldForm form, FieldValues typed) {
        form.fields().forEach(field -> {
            field.textProperty().set(typed.get(field.spec().key()).orElse(""));
            if (!field.unreadable()) {
                field.leave();
            }
        });
    }

    /// What the next line begins with: the same provider, the same day, and nothing that was counted or paid.
    FieldValues following() {
        FieldValues next = FieldValues.of(Map.of());
        for (FieldViewModel field : form.fields()) {
            boolean figure = field.spec().type() instanceof FieldType.Amount || field.spec().type() instanceof FieldType.Count
                    || field.spec().type() instanceof FieldType.Rate;
            next = figure ? next : next.with(field.spec().key(), field.value());
        }
        return next;
    }

    /// The first thing that keeps this line from being asked about: its label, or empty.
    Optional<String> lacks(Predicate<FieldViewModel> wrong) {
        if (act.chosen() == null) {
            return Optional.of(description.act());
        }
        return form.fields().stream().filter(wrong).map(field -> field.spec().key()).findFirst();
    }

    /// Says a problem at its field; false when the line has no such field.
    boolean complain(String key, UserMessage message) {
        if (key.equals(description.act())) {
            act.complain(message);
            return true;
        }
        Optional<FieldViewModel> field = form.field(key);
        field.ifPresent(each -> each.complain(message));
        return field.isPresent();
    }

    void dropComplaints() {
        if (act.chosen() != null) {
            act.complain(null);
        }
        form.fields().forEach(FieldViewModel::dropComplaint);
    }

    void use(Locale language) {
        form.use(language);
        act.reword();
    }

    private FieldViewModel day() {
        return field(description.careDay());
    }

    private FieldViewModel field(String key) {
        return form.field(key).orElseThrow(() -> new IllegalArgumentException("a line without " + key));
    }

    /// The field that a key names, or null.
    @Nullable FieldViewModel fieldOrNull(String key) {
        return form.field(key).orElse(null);
    }
}
