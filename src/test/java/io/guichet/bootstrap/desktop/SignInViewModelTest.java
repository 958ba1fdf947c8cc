package io.guichet.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.platform.database.Database;
import io.guichet.platform.ui.Problem;
import io.guichet.testing.HeldBackground;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {

    private final FakePremises premises = new FakePremises();
    private final HeldBackground background = new HeldBackground();
    private final List<Database> entered = new ArrayList<>();
    private final SignInViewModel entrance = new SignInViewModel(() -> premises, background, entered::add);

    @Test
    void theRightPasswordLetsInAndIsForgotten() {
        entrance.userProperty().set(" care ");
        entrance.passwordProperty().set("care");
        entrance.signIn();
        assertThat(entrance.busyProperty().get()).isTrue();
        entrance.signIn();
        background.doAll();
        assertThat(premises.events).containsExactly("sign in care");
        assertThat(entered).hasSize(1);
        entrance.welcomed();
        assertThat(entrance.passwordProperty().get()).isEmpty();
        assertThat(entrance.busyProperty().get()).isFalse();
    }

    @Test
    void itIsBusyUntilTheWorkBeginsAndForgetsNothingWhenItCannot() {
        entrance.signInAs("care");
        background.doAll();
        assertThat(entrance.busyProperty().get()).isTrue();
        entrance.refused(Problem.of(FakePremises.unreachable()));
        assertThat(entrance.busyProperty().get()).isFalse();
        assertThat(entrance.userProperty().get()).isEqualTo("care");
        assertThat(entrance.passwordProperty().get()).isEqualTo("care");
    }

    @Test
    void aWrongPasswordSaysSoAndKeepsWhatWasTyped() {
        entrance.userProperty().set("care");
        entrance.passwordProperty().set("wrong");
        entrance.signIn();
        background.doAll();
        assertThat(code()).isEqualTo("signIn");
        assertThat(entrance.userProperty().get()).isEqualTo("care");
        assertThat(entrance.passwordProperty().get()).isEqualTo("wrong");
        assertThat(entered).isEmpty();
    }

    @Test
    void bothAreNeeded() {
        entrance.userProperty().set("care");
        entrance.signIn();
        assertThat(code()).isEqualTo("signInMissing");
        assertThat(premises.events).isEmpty();
    }

    @Test
    void anAccountOfTheSampleTakesOneClick() {
        entrance.signInAs("lead");
        background.doAll();
        assertThat(entered).hasSize(1);
    }

    private String code() {
        Problem problem = Objects.requireNonNull(entrance.problemProperty().get());
        return problem.code();
    }
}
