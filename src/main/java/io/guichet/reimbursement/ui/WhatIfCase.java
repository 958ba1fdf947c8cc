package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.WhatIfForm;
import io.guichet.country.claim.MemberPlan;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What somebody tries under the rules of one country: terms, and lines of care.
public final class WhatIfCase {

    /// More is an invoice to enter, not a question on the phone.
    static final int MOST_LINES = 20;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)](?:\\.(.+))?");
    private static final String LINES = "lines";
    private static final String LINE_OF_ALL = "line";

    private final Adjudication rules;
    private final WhatIfForm asked;
    private final WhatIfWork work;
    private final Runnable changed;
    private final List<PlanChoice> others = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<PlanChoice>> choices;
    private final ObjectProperty<PlanChoice> choice;
    private final FieldForm terms;
    private final FieldForm beside;
    private final ObservableList<WhatIfLine> lines = FXCollections.observableArrayList();
    private List<MemberPlan> plans = List.of();
    private Map<String, Object> members = Map.of();
    private Locale locale;

    /// @param ofMember whether somebody's own terms can be chosen
    /// @param changed  run after each change
    WhatIfCase(Adjudication rules, WhatIfWork work, Locale locale, boolean ofMember, Runnable changed) {
        this.rules = rules;
        this.work = work;
        this.locale = locale;
        this.changed = changed;
        asked = rules.whatIf();
        rules.products().forEach(offer -> others.add(new PlanChoice(PlanChoice.Kind.PRODUCT, offer.value(), offer.name(), null)));
        others.add(PlanChoice.TYPED);
        choices = new ReadOnlyObjectWrapper<>(ofMember ? beginning(List.of(PlanChoice.MEMBERS)) : others);
        choice = new SimpleObjectProperty<>(ofMember ? PlanChoice.MEMBERS : PlanChoice.TYPED);
        terms = form(Stream.concat(asked.plan().stream(), asked.beside().stream()).toList());
        beside = form(asked.beside());
        choice.subscribe((before, now) -> chosen());
        lines.add(line());
    }

    private FieldForm form(List<FieldGroup> groups) {
        FieldForm made = new FieldForm(groups, asked.start(), true, work.input(), locale);
        made.fields().forEach(field -> field.textProperty().subscribe((before, now) -> changed.run()));
        return made;
    }

    Adjudication rules() {
        return rules;
    }

    /// Whose terms can be tried: the member's first. Which those are is known once they were read.
    public ReadOnlyObjectProperty<List<PlanChoice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    private List<PlanChoice> beginning(List<PlanChoice> members) {
        return Stream.concat(members.stream(), others.stream()).toList();
    }

    public ObjectProperty<PlanChoice> choiceProperty() {
        return choice;
    }

    /// What can be told of the plan: everything where terms are typed, else what stands beside them.
    public FieldForm plan() {
        return choice.get().kind() == PlanChoice.Kind.TYPED ? terms : beside;
    }

    public ObservableList<WhatIfLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /// One line more, on the day of the last one.
    ///
    /// @return null when there are enough
    public @Nullable WhatIfLine add() {
        if (lines.size() >= MOST_LINES) {
            return null;
        }
        WhatIfLine line = line();
        line.at(lines.getLast().on());
        lines.add(line);
        changed.run();
        return line;
    }

    /// One line less; the last one stays.
    public void remove(WhatIfLine line) {
        if (lines.size() > 1 && lines.remove(line)) {
            changed.run();
        }
    }

    private WhatIfLine line() {
        FieldValues values = asked.start();
        for (FieldSpec field : asked.line().stream().flatMap(group -> group.fields().stream()).toList()) {
            String place = InputTree.place(field);
            Optional<String> known = InputTree.canonical(members, place);
            if (place.equals(WhatIfLine.WITHIN + "careDate")) {
                values = values.with(field.key(), work.today().toString());
            } else if (known.isPresent()) {
                values = values.with(field.key(), known.get());
            }
        }
        return new WhatIfLine(asked.line(), values, rules, work, locale, changed);
    }

    /// The day that the terms are those of.
    LocalDate on() {
        return lines.getFirst().on();
    }

    /// What covers the member is known now, or is not. Who chose one of their plans keeps to it while it covers them.
    void know(List<MemberPlan> found) {
        plans = found;
        members = found.isEmpty() ? Map.of() : found.getFirst().input();
        List<PlanChoice> theirs = found.isEmpty() ? List.of(PlanChoice.MEMBERS) : found.stream().map(PlanChoice::of).toList();
        if (choice.get().kind() == PlanChoice.Kind.MEMBER && !theirs.contains(choice.get())) {
            choice.set(theirs.getFirst());
        } else {
            chosen();
        }
        choices.set(beginning(theirs));
    }

    /// Fills the fields with what is known of the member under the chosen plan, and asks again.
    private void chosen() {
        if (choice.get().kind() == PlanChoice.Kind.MEMBER) {
            plans.stream().filter(plan -> plan.code().equals(choice.get().code())).findFirst().ifPresent(plan -> members = plan.input());
        }
        FieldValues stored = asked.start();
        for (FieldViewModel field : beside.fields()) {
            stored = stored.with(field.spec().key(), InputTree.canonical(members, InputTree.place(field.spec()))
                    .orElse(stored.get(field.spec().key()).orElse(null)));
        }
        beside.rebase(stored);
        for (WhatIfLine line : lines) {
            FieldValues base = line.form().base();
            for (FieldViewModel field : line.form().fields()) {
                base = base.with(field.spec().key(), InputTree.canonical(members, InputTree.place(field.spec()))
                        .orElse(base.get(field.spec().key()).orElse(null)));
            }
            line.form().rebase(base);
        }
        changed.run();
    }

    /// Whether the chosen terms are there: a member's have to be read first, and there may be none.
    boolean hasTerms() {
        return choice.get().kind() != PlanChoice.Kind.MEMBER || !members.isEmpty();
    }

    /// All of it, as the rules read it.
    Map<String, Object> tree() {
        boolean own = choice.get().kind() == PlanChoice.Kind.MEMBER;
        Map<String, Object> beginning = new HashMap<>(own ? members : Map.of());
        Object ofEach = beginning.remove(LINE_OF_ALL);
        InputTree claim = InputTree.of(beginning);
        if (choice.get().kind() == PlanChoice.Kind.PRODUCT) {
            claim.put("product", choice.get().code());
        } else if (choice.get().kind() == PlanChoice.Kind.TYPED) {
            claim.put("plan", new HashMap<>());
        }
        claim.put(plan(), "");
        Map<String, Object> tree = claim.tree();
        tree.put(LINES, lines.stream().map(line -> line.put(InputTree.of(
                own && ofEach instanceof Map<?, ?> known ? named(known) : Map.of())).tree()).toList());
        return tree;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new HashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /// The first field whose text cannot be read, as the key of its label. One that is empty lacks something, which the rules
    /// say.
    Optional<String> unreadable() {
        return Stream.concat(plan().fields().stream(), lines.stream().flatMap(line -> line.form().fields().stream()))
                .filter(field -> field.unreadable() && !field.textProperty().get().isBlank()).map(field -> field.spec().key()).findFirst();
    }

    /// Takes back what the rules complained about before.
    void dropComplaints() {
        plan().fields().forEach(FieldViewModel::dropComplaint);
        lines.forEach(WhatIfLine::dropComplaints);
    }

    /// Says a problem at its field.
    ///
    /// @return false when there is no such field
    boolean complain(FieldProblem problem) {
        Optional<WhatIfLine> line = line(problem);
        if (line.isPresent()) {
            return line.get().complain(place(problem), problem.message());
        }
        Optional<FieldViewModel> field = plan().fields().stream()
                .filter(each -> InputTree.place(each.spec()).equals(problem.field())).findFirst();
        field.ifPresent(each -> each.complain(problem.message()));
        return field.isPresent();
    }

    /// The label of what a problem is about: of its field, or of the first field within what it is about.
    Optional<UserMessage> label(FieldProblem problem) {
        Optional<WhatIfLine> line = line(problem);
        if (line.isPresent()) {
            return line.get().label(place(problem)).map(UserMessage::of);
        }
        return plan().fields().stream().map(FieldViewModel::spec)
                .filter(spec -> (InputTree.place(spec) + ".").startsWith(problem.field() + "."))
                .findFirst().map(spec -> UserMessage.of(spec.key()));
    }

    private Optional<WhatIfLine> line(FieldProblem problem) {
        Matcher matcher = LINE.matcher(problem.field());
        return matcher.matches() ? Optional.of(lines.get(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    private static String place(FieldProblem problem) {
        Matcher matcher = LINE.matcher(problem.field());
        return matcher.matches() ? WhatIfLine.WITHIN + matcher.group(2) : problem.field();
    }

    void use(Locale language) {
        locale = language;
        terms.use(language);
        beside.use(language);
        lines.forEach(line -> line.use(language));
    }
}
