package io.guichet.reimbursement.ui;

import io.guichet.country.adjudication.Act;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Finds an act by its code or by words of what people call it, with or without accents.
public final class ActSearch {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String BETWEEN = " · ";
    private static final int OFFERED = 40;

    private final Function<LocalDate, List<Act>> known;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Act> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> problem = new ReadOnlyObjectWrapper<>();
    private LocalDate day;
    private boolean writing;

    /// @param known the acts of a day
    public ActSearch(Function<LocalDate, List<Act>> known, LocalDate day, Texts texts) {
        this.known = known;
        this.day = day;
        this.texts = texts;
        text.subscribe((before, now) -> typed());
    }

    /// What is typed, or the act that was chosen.
    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<@Nullable Act> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What is wrong with it, or null.
    public ReadOnlyObjectProperty<@Nullable UserMessage> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public @Nullable Act chosen() {
        return chosen.get();
    }

    /// The acts that what is typed may mean, those whose code begins so first; all of them while nothing is typed.
    public List<Act> offered() {
        String typed = chosen.get() == null ? folded(text.get().strip()) : "";
        String[] words = typed.split("\\s+");
        return known.apply(day).stream()
                .filter(act -> contains(folded(act.code() + " " + texts.get(act.label()) + " " + texts.get(act.family())), words))
                .sorted(Comparator.comparing(act -> typed.isEmpty() || !folded(act.code()).startsWith(typed)))
                .limit(OFFERED).toList();
    }

    /// How an act is written in the field.
    public String written(Act act) {
        return act.code() + BETWEEN + texts.get(act.label());
    }

    /// Takes one.
    public void choose(Act act) {
        problem.set(null);
        chosen.set(act);
        write(written(act));
    }

    /// Takes the act of that code, when there is one on the day.
    public void choose(String code) {
        known.apply(day).stream().filter(act -> act.code().equals(code)).findFirst().ifPresent(this::choose);
    }

    /// The person left the field: what can only mean one act is that act, and what means none is explained.
    public void leave() {
        String typed = text.get().strip();
        if (chosen.get() != null || typed.isEmpty()) {
            return;
        }
        List<Act> meant = offered();
        Optional<Act> exact = meant.stream().filter(act -> act.code().equalsIgnoreCase(typed)).findFirst();
        if (exact.isPresent()) {
            choose(exact.get());
        } else if (meant.size() == 1) {
            choose(meant.getFirst());
        } else {
            problem.set(UserMessage.of(meant.isEmpty() ? "reimbursement.whatIf.noAct" : "reimbursement.whatIf.severalActs"));
        }
    }

    /// Says what is wrong with the act, or takes that back.
    public void complain(@Nullable UserMessage message) {
        problem.set(message);
    }

    /// Another day has other acts.
    public void at(LocalDate other) {
        day = other;
    }

    /// Another language has other words.
    public void reword() {
        Act act = chosen.get();
        if (act != null) {
            write(written(act));
        }
    }

    private void write(String words) {
        writing = true;
        text.set(words);
        writing = false;
    }

    private void typed() {
        if (!writing) {
            problem.set(null);
            chosen.set(null);
        }
    }

    private static boolean contains(String all, String... words) {
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
