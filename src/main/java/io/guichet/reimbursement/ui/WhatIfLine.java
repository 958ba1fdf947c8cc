package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of a what-if: an act, and the fields that its country asks of a line.
public final class WhatIfLine {

    static final String WITHIN = "line.";
    private static final String DAY = WITHIN + "careDate";
    private static final String FROM = WITHIN + "from";
    private static final List<String> ACTS = List.of(WITHIN + "act", WITHIN + "code");

    private final FieldSpec actField;
    private final ActSearch act;
    private final FieldForm form;
    private final LocalDate today;

    /// @param groups  what the country asks of a line
    /// @param values  what stands in the fields at first
    /// @param changed run after each change
    WhatIfLine(List<FieldGroup> groups, FieldValues values, Adjudication rules, WhatIfWork work, Locale locale, Runnable changed) {
        today = work.today();
        actField = groups.stream().flatMap(group -> group.fields().stream()).filter(WhatIfLine::isAct).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a line without an act"));
        List<FieldGroup> others = groups.stream().map(group -> new FieldGroup(group.key(),
                group.fields().stream().filter(field -> field != actField).toList())).toList();
        form = new FieldForm(others, values, true, work.input(), locale);
        act = new ActSearch(rules::acts, today, work.texts());
        act.chosenProperty().subscribe((before, now) -> changed.run());
        day().ifPresent(field -> field.valueProperty().subscribe((before, now) -> act.at(on())));
        form.fields().forEach(field -> field.textProperty().subscribe((before, now) -> changed.run()));
    }

    private static boolean isAct(FieldSpec field) {
        return ACTS.contains(InputTree.place(field));
    }

    /// The act.
    public ActSearch act() {
        return act;
    }

    /// Label of the act's field.
    public String actKey() {
        return actField.key();
    }

    /// All fields but the act.
    public FieldForm form() {
        return form;
    }

    /// The day of care, today while it cannot be read.
    LocalDate on() {
        return day().map(FieldViewModel::value).or(() -> field(FROM).map(FieldViewModel::value))
                .map(LocalDate::parse).orElse(today);
    }

    /// Puts another day of care there.
    void at(LocalDate other) {
        day().ifPresent(field -> field.take(other.toString()));
    }

    /// The line as the rules read it.
    InputTree put(InputTree tree) {
        Act chosen = act.chosen();
        tree.put(form, WITHIN).put(InputTree.place(actField).substring(WITHIN.length()), chosen == null ? null : chosen.code());
        // A stay has days of its own; the day that stood there at first is nobody's word.
        if (field(FROM).map(FieldViewModel::value).isPresent() && day().filter(FieldViewModel::changed).isEmpty()) {
            tree.put(DAY.substring(WITHIN.length()), null);
        }
        return tree;
    }

    /// Says a problem at its field.
    ///
    /// @param place as `InputTree.place`
    /// @return false when the line has no such field
    boolean complain(String place, UserMessage message) {
        if (place.equals(InputTree.place(actField))) {
            act.complain(message);
            return true;
        }
        Optional<FieldViewModel> field = field(place);
        field.ifPresent(each -> each.complain(message));
        return field.isPresent();
    }

    /// Takes back what the rules complained about.
    void dropComplaints() {
        if (act.chosen() != null) {
            act.complain(null);
        }
        form.fields().forEach(FieldViewModel::dropComplaint);
    }

    /// Label of the field at a place, or empty when the line has none.
    Optional<String> label(String place) {
        return place.equals(InputTree.place(actField)) ? Optional.of(actField.key())
                : form.fields().stream().map(FieldViewModel::spec).filter(spec -> InputTree.place(spec).equals(place))
                        .map(FieldSpec::key).findFirst();
    }

    void use(Locale language) {
        form.use(language);
        act.reword();
    }

    private Optional<FieldViewModel> day() {
        return field(DAY);
    }

    private Optional<FieldViewModel> field(String place) {
        return form.fields().stream().filter(field -> InputTree.place(field.spec()).equals(place)).findFirst();
    }
}
