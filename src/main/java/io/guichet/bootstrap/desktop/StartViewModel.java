package io.guichet.bootstrap.desktop;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The start until somebody can sign in: what takes time happens in the background, what only a person can decide is
/// asked, a failure is said and can be tried again.
public final class StartViewModel {

    /// What the start window shows.
    public enum Step {
        /// Something takes time.
        WORKING,
        /// Sample data, or empty?
        CONTENT,
        /// Who administers staff?
        ADMINISTRATOR,
        /// People sign in.
        SIGN_IN
    }

    /// Shortest password of an administrator.
    public static final int SHORTEST_PASSWORD = 10;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,62}");
    private static final UserMessage OPENING = UserMessage.of("bootstrap.desktop.opening");

    private final Premises.Source source;
    private final Background background;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WORKING);
    private final ReadOnlyObjectWrapper<UserMessage> working = new ReadOnlyObjectWrapper<>(OPENING);
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Premises> premises = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty administrator = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private Runnable again = () -> { };

    public StartViewModel(Premises.Source source, Background background) {
        this.source = source;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What takes time just now.
    public ReadOnlyObjectProperty<UserMessage> workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Part of it that is done, 0 to 1; negative when nobody knows.
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Where people sign in, once it is there.
    public ReadOnlyObjectProperty<@Nullable Premises> premisesProperty() {
        return premises.getReadOnlyProperty();
    }

    /// Accounts that the sign-in offers: those of the sample, none of anybody else's.
    public ReadOnlyObjectProperty<List<String>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// Address of the server, empty for the database of this computer.
    public StringProperty serverProperty() {
        return server;
    }

    /// Name of the first administrator.
    public StringProperty administratorProperty() {
        return administrator;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty repeatedProperty() {
        return repeated;
    }

    /// Begins on the server that is named now; leaves the one before.
    public void begin() {
        Premises before = premises.get();
        premises.set(null);
        offered.set(List.of());
        String typed = server.get().strip();
        again = this::begin;
        work(() -> {
            if (before != null) {
                before.close();
            }
            Premises found = source.at(typed);
            found.start(this::progress);
            return new Found(found, found.state());
        }, this::found);
    }

    /// Fills the new database with sample data.
    public void chooseSample() {
        Premises here = here();
        again = this::chooseSample;
        work(() -> {
            here.fillWithSample(this::progress);
            return new Found(here, here.state());
        }, this::found);
    }

    /// Leaves the new database empty.
    public void chooseEmpty() {
        Premises here = here();
        again = this::chooseEmpty;
        work(() -> {
            here.leaveEmpty();
            return new Found(here, here.state());
        }, this::found);
    }

    /// Creates the first administrator as typed.
    public void appoint() {
        UserMessage refusal = refusal();
        if (refusal != null) {
            problem.set(Problem.of(refusal));
            return;
        }
        Premises here = here();
        String name = administrator.get();
        char[] secret = password.get().toCharArray();
        again = this::appoint;
        work(() -> {
            here.appoint(name, secret);
            return new Found(here, here.state());
        }, found -> {
            password.set("");
            repeated.set("");
            found(found);
        });
    }

    /// Tries again what failed.
    public void retry() {
        again.run();
    }

    /// What is wrong with the administrator as typed, or null.
    private @Nullable UserMessage refusal() {
        if (!NAME.matcher(administrator.get()).matches()) {
            return UserMessage.of("bootstrap.desktop.error.administratorName");
        }
        if (password.get().length() < SHORTEST_PASSWORD) {
            return UserMessage.of("bootstrap.desktop.error.passwordShort", SHORTEST_PASSWORD);
        }
        return password.get().equals(repeated.get()) ? null : UserMessage.of("bootstrap.desktop.error.passwordRepeat");
    }

    private record Found(Premises premises, Premises.State state) {
    }

    private void found(Found found) {
        premises.set(found.premises());
        offered.set(found.state() == Premises.State.SAMPLE ? found.premises().sampleAccounts() : List.of());
        step.set(switch (found.state()) {
            case UNDECIDED -> Step.CONTENT;
            case WITHOUT_ADMINISTRATOR -> Step.ADMINISTRATOR;
            case READY, SAMPLE -> Step.SIGN_IN;
        });
    }

    private Premises here() {
        Premises here = premises.get();
        if (here == null) {
            throw new IllegalStateException("nothing is started");
        }
        return here;
    }

    private <T> void work(Callable<T> work, Consumer<T> then) {
        Step before = step.get();
        problem.set(null);
        working.set(OPENING);
        done.set(-1);
        step.set(Step.WORKING);
        background.run(work, then, failure -> {
            problem.set(failure instanceof IllegalArgumentException
                    ? Problem.of(UserMessage.of("bootstrap.error.url")) : Problem.of(failure));
            // What a person was asked stays on screen with what they typed.
            step.set(before);
        });
    }

    private void progress(UserMessage now, double part) {
        background.onScreen(() -> {
            working.set(now);
            done.set(part);
        });
    }
}
