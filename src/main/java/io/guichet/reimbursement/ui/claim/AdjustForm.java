package io.guichet.reimbursement.ui.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Reading;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Lines that are decided otherwise than the rules: what we pay, for which coded reason, and which step does not hold. What
/// becomes of the claim is known while it is typed.
public final class AdjustForm extends DecidingForm {

    private static final int CENTS = 2;

    private final ClaimDecision rules;
    private final FieldInput input;
    private final List<String> reasons;
    private final List<Line> lines = new ArrayList<>();
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<@Nullable ClaimDecision> result = new ReadOnlyObjectWrapper<>();

    /// What is typed for one line.
    public final class Line {

        private final int number;
        private final LineDecision decided;
        private final FieldSpec spec;
        private final String first;
        private final StringProperty amount = new SimpleStringProperty("");
        private final ObjectProperty<@Nullable String> reason = new SimpleObjectProperty<>();
        private final StringProperty step = new SimpleStringProperty("");
        private final StringProperty note = new SimpleStringProperty("");

        private Line(int number, LineDecision decided, Locale locale) {
            this.number = number;
            this.decided = decided;
            spec = new FieldSpec("reimbursement.claim.adjust.amount",
                    new FieldType.Amount(decided.charged().minus(decided.publicPaid())), true, true, Sensitivity.PLAIN, "", 0);
            first = input.edited(spec, decided.insurerPaid().decimal().toPlainString(), locale);
            amount.set(first);
            amount.subscribe(typed -> weigh());
            watch(amount, reason, step, note);
        }

        public int number() {
            return number;
        }

        /// As the rules decide it.
        public LineDecision decided() {
            return decided;
        }

        /// The steps that can be said not to hold.
        public List<Step> steps() {
            return decided.steps();
        }

        public StringProperty amountProperty() {
            return amount;
        }

        public ObjectProperty<@Nullable String> reasonProperty() {
            return reason;
        }

        /// Rule of the step that does not hold; empty: the line is meant as a whole.
        public StringProperty stepProperty() {
            return step;
        }

        public StringProperty noteProperty() {
            return note;
        }

        /// Whether it is decided otherwise.
        public boolean touched() {
            return !amount.get().equals(first) || reason.get() != null || !step.get().isEmpty() || !note.get().isBlank();
        }

        private @Nullable Money typed() {
            return input.read(spec, amount.get()) instanceof Reading.Value(String euros) ? money(euros) : null;
        }

        private String field(String name) {
            return "lines[" + number + "]." + name;
        }

        private Optional<Adjustment> read() {
            Money paid = typed();
            if (input.read(spec, amount.get()) instanceof Reading.Refused(UserMessage why, _)) {
                problems().put(field("insurer"), why);
            }
            if (reason.get() == null) {
                problems().put(field("reason"), UserMessage.of("reimbursement.error.unknownReason"));
            }
            return paid == null || reason.get() == null ? Optional.empty()
                    : Optional.of(new Adjustment(number, paid, reason.get(), note.get().strip(), step.get()));
        }
    }

    /// @param rules   as the rules decide it
    /// @param reasons in the order to offer
    /// @param typed   what somebody proposed already
    AdjustForm(ClaimDecision rules, List<String> reasons, List<Adjustment> typed, FieldInput input, Locale locale) {
        this.rules = rules;
        this.reasons = List.copyOf(reasons);
        this.input = input;
        for (int i = 0; i < rules.lines().size(); i++) {
            lines.add(new Line(i, rules.lines().get(i), locale));
        }
        for (Adjustment each : typed) {
            if (each.line() < lines.size()) {
                Line line = lines.get(each.line());
                line.amount.set(input.edited(line.spec, each.insurer().decimal().toPlainString(), locale));
                line.reason.set(each.reason());
                line.step.set(each.step());
                line.note.set(each.note());
                chosen.set(each.line());
            }
        }
        weigh();
    }

    private static Money money(String euros) {
        return Money.euros(new BigDecimal(euros).movePointRight(CENTS).longValueExact());
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public List<String> reasons() {
        return reasons;
    }

    /// The line whose fields are shown.
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    public Line line() {
        return lines.get(chosen.get());
    }

    /// As the rules decide it.
    public ClaimDecision rules() {
        return rules;
    }

    /// What becomes of the claim by what is typed; null while that cannot be.
    public ReadOnlyObjectProperty<@Nullable ClaimDecision> resultProperty() {
        return result.getReadOnlyProperty();
    }

    private void weigh() {
        if (lines.size() < rules.lines().size()) {
            return;
        }
        List<LineDecision> weighed = new ArrayList<>();
        for (Line line : lines) {
            Money paid = line.typed();
            if (paid == null) {
                result.set(null);
                return;
            }
            LineDecision decided = line.decided;
            weighed.add(new LineDecision(decided.charged(), decided.publicPaid(), paid,
                    decided.charged().minus(decided.publicPaid()).minus(paid), decided.steps(), decided.moves()));
        }
        result.set(new ClaimDecision(weighed));
    }

    /// The lines that are decided otherwise; empty, and complained about, when one of them cannot be, or when none is.
    List<Adjustment> read() {
        List<Line> touched = lines.stream().filter(Line::touched).toList();
        List<Line> meant = touched.isEmpty() ? List.of(line()) : touched;
        List<Optional<Adjustment>> read = meant.stream().map(Line::read).toList();
        if (read.stream().anyMatch(Optional::isEmpty)) {
            meant.stream().filter(line -> problems().keySet().stream().anyMatch(field -> field.startsWith(line.field(""))))
                    .findFirst().ifPresent(line -> chosen.set(line.number));
            return List.of();
        }
        return read.stream().flatMap(Optional::stream).toList();
    }

    @Override
    public boolean typed() {
        return lines.stream().anyMatch(Line::touched);
    }

    @Override
    boolean has(String field) {
        return field.startsWith("lines[");
    }
}
