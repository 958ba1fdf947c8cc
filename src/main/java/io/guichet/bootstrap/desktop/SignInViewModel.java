package io.guichet.bootstrap.desktop;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The sign-in. A refusal says so and keeps what was typed.
public final class SignInViewModel {

    private final Supplier<@Nullable Premises> premises;
    private final Background background;
    private final Consumer<Database> entered;
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /// @param premises where to sign in
    /// @param entered  gets the database, signed in, and says in the end whether the person is `welcomed` or `refused`
    public SignInViewModel(Supplier<@Nullable Premises> premises, Background background, Consumer<Database> entered) {
        this.premises = premises;
        this.background = background;
        this.entered = entered;
    }

    public StringProperty userProperty() {
        return user;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// Whether somebody is signing in, until they are welcomed or refused.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The work begins: nothing typed is needed any more.
    public void welcomed() {
        busy.set(false);
        password.set("");
    }

    /// This person does not get in, or the database let them in but the work could not begin. What was typed stays.
    public void refused(Problem why) {
        busy.set(false);
        problem.set(why);
    }

    /// Signs in as one of the sample's staff, whose password is the name.
    public void signInAs(String account) {
        user.set(account);
        password.set(account);
        signIn();
    }

    /// Signs in as typed.
    public void signIn() {
        Premises here = premises.get();
        if (here == null || busy.get()) {
            return;
        }
        if (user.get().isBlank() || password.get().isEmpty()) {
            problem.set(Problem.of(UserMessage.of("bootstrap.desktop.error.signInMissing")));
            return;
        }
        Credentials credentials = new Credentials(user.get().strip(), password.get());
        busy.set(true);
        problem.set(null);
        background.run(() -> here.signIn(credentials), entered::accept, failure -> refused(Problem.of(failure)));
    }
}
