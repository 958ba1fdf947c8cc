package io.guichet.reimbursement.ui;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.field.FieldInput;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// "What will I get back?": what would be paid for care that is described, and why. Every change asks the rules again, in the
/// background; only the newest answer is shown, and what is shown stays until then. Nothing is stored.
public final class WhatIfViewModel {

    private static final String MISSING = "country.input.missing";

    /// What the rules answered.
    ///
    /// @param decision of all lines
    /// @param lines    what each line was about, in their order
    public record Answer(ClaimDecision decision, List<About> lines) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /// What a line was about.
    ///
    /// @param written the act as it is called, in the language it was asked in
    /// @param day     of care
    public record About(String written, LocalDate day) {
    }

    private record Asked(Map<String, Object> tree, List<About> lines) {
    }

    private final WhatIfWork work;
    private final @Nullable FileRef member;
    private final Map<CountryCode, WhatIfCase> cases = new TreeMap<>();
    private final LatestWork asking;
    private final LatestWork reading;
    private final ReadOnlyObjectWrapper<CountryCode> country;
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> hint = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private @Nullable LocalDate planDay;
    private boolean made;

    /// @param member whose terms are tried first, or null
    /// @throws IllegalArgumentException when there are no rules that this person may try
    public WhatIfViewModel(WhatIfWork work, @Nullable FileRef member, Locale locale) {
        this.work = work;
        this.member = member;
        asking = new LatestWork(work.background());
        reading = new LatestWork(work.background());
        List<CountryCode> tried = member == null ? work.tried()
                : work.tried().stream().filter(member.country()::equals).toList();
        if (tried.isEmpty()) {
            throw new IllegalArgumentException("no rules to try");
        }
        for (CountryCode code : tried) {
            Adjudication rules = work.countries().find(code).flatMap(Country::adjudication).orElseThrow();
            cases.put(code, new WhatIfCase(rules, work, locale, member != null, this::changed));
        }
        country = new ReadOnlyObjectWrapper<>(tried.getFirst());
        made = true;
        changed();
        if (member != null) {
            work.background().run(() -> work.names().apply(member), name::set, failed -> { });
        }
    }

    /// The countries whose rules can be tried.
    public List<CountryCode> countries() {
        return List.copyOf(cases.keySet());
    }

    public ReadOnlyObjectProperty<CountryCode> countryProperty() {
        return country.getReadOnlyProperty();
    }

    /// Goes to the rules of another country; what was typed under these is there again afterwards.
    public void choose(CountryCode code) {
        if (cases.containsKey(code) && !code.equals(country.get())) {
            answer.set(null);
            country.set(code);
            changed();
        }
    }

    /// How values are read and written.
    FieldInput input() {
        return work.input();
    }

    /// What is tried in the chosen country.
    public WhatIfCase now() {
        return cases.get(country.get());
    }

    /// Whose terms are tried, or null.
    public @Nullable FileRef member() {
        return member;
    }

    /// What the member is called; empty until that is known.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// What the rules answered last, or null before the first answer.
    public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Whether that answers what stands in the fields now.
    public ReadOnlyBooleanProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What is needed before there can be an answer, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// Why there is no answer, where no field is the cause; or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Why the member's terms could not be read, or the rules not be asked; or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Another language.
    public void use(Locale language) {
        cases.values().forEach(each -> each.use(language));
        changed();
    }

    /// Reads the member's terms again, and asks again.
    public void refresh() {
        planDay = null;
        changed();
    }

    /// Nobody looks any more.
    public void close() {
        asking.cancel();
        reading.cancel();
    }

    private void changed() {
        if (!made) {
            return;
        }
        WhatIfCase tried = now();
        current.set(false);
        refusal.set(null);
        readTerms(tried);
        Optional<String> unreadable = tried.unreadable();
        if (unreadable.isPresent()) {
            need(UserMessage.of("reimbursement.whatIf.correct", UserMessage.of(unreadable.get())));
        } else if (!tried.hasTerms()) {
            need(UserMessage.of(planDay == null || reading.busyProperty().get() ? "reimbursement.whatIf.reading"
                    : "reimbursement.whatIf.noPlan", tried.on()));
        } else {
            ask(tried);
        }
    }

    private void need(UserMessage what) {
        asking.cancel();
        hint.set(what);
    }

    private void ask(WhatIfCase tried) {
        Asked asked = new Asked(tried.tree(), tried.lines().stream().map(line -> {
            Act act = line.act().chosen();
            return new About(act == null ? "" : line.act().written(act), line.on());
        }).toList());
        asking.run(() -> decide(tried.rules(), asked.tree()), result -> show(tried, asked, result), failed -> {
            problem.set(Problem.of(failed));
            answer.set(null);
        });
    }

    /// The decision, or why there is none.
    private record Result(@Nullable ClaimDecision decision, @Nullable FieldProblem refused) {
    }

    private static Result decide(Adjudication rules, Map<String, Object> tree) {
        try {
            return new Result(rules.simulate(ClaimInput.of(tree, "")), null);
        } catch (InputRefused refused) {
            return new Result(null, refused.problem());
        }
    }

    private void show(WhatIfCase tried, Asked asked, Result result) {
        problem.set(null);
        tried.dropComplaints();
        FieldProblem refused = result.refused();
        if (result.decision() != null) {
            hint.set(null);
            answer.set(new Answer(result.decision(), asked.lines()));
            current.set(true);
        } else if (refused != null && refused.message().key().equals(MISSING)) {
            // What is not typed yet is no mistake.
            hint.set(tried.label(refused).map(label -> UserMessage.of("reimbursement.whatIf.fill", label))
                    .orElse(refused.message()));
        } else if (refused != null) {
            hint.set(null);
            if (!tried.complain(refused)) {
                refusal.set(refused.message());
            } else {
                hint.set(tried.label(refused).map(label -> UserMessage.of("reimbursement.whatIf.correct", label)).orElse(null));
            }
        }
    }

    /// What covers the member on the day of the first line.
    private void readTerms(WhatIfCase tried) {
        LocalDate day = tried.on();
        if (member == null || day.equals(planDay)) {
            return;
        }
        planDay = day;
        reading.run(() -> work.plans().find(member, day), tried::know, failed -> {
            problem.set(Problem.ofReading(failed));
            tried.know(List.of());
        });
    }
}
