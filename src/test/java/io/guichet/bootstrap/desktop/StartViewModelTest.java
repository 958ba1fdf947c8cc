package io.guichet.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.desktop.StartViewModel.Step;
import io.guichet.platform.ui.Problem;
import io.guichet.testing.HeldBackground;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartViewModelTest {

    private final FakePremises premises = new FakePremises();
    private final HeldBackground background = new HeldBackground();
    private final StartViewModel start = new StartViewModel(server -> {
        if (server.equals("nonsense")) {
            throw new IllegalArgumentException("not an address");
        }
        return premises;
    }, background);

    @Test
    void theWindowIsThereWhileTheServerStarts() {
        start.begin();
        assertThat(start.stepProperty().get()).isEqualTo(Step.WORKING);
        assertThat(premises.events).isEmpty();
        background.doAll();
        assertThat(start.stepProperty().get()).isEqualTo(Step.SIGN_IN);
        assertThat(start.workingProperty().get().key()).isEqualTo("bootstrap.start.server");
    }

    @Test
    void onlyTheSampleOffersItsAccounts() {
        begin();
        assertThat(start.offeredProperty().get()).contains("care", "admin");
        premises.state = Premises.State.READY;
        begin();
        assertThat(start.offeredProperty().get()).isEmpty();
    }

    @Test
    void aNewDatabaseIsFilledWithSampleDataWhenAPersonSaysSo() {
        premises.state = Premises.State.UNDECIDED;
        begin();
        assertThat(start.stepProperty().get()).isEqualTo(Step.CONTENT);
        start.chooseSample();
        assertThat(start.stepProperty().get()).isEqualTo(Step.WORKING);
        background.doAll();
        assertThat(start.doneProperty().get()).isEqualTo(0.4);
        assertThat(start.stepProperty().get()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void anEmptyDatabaseAsksForItsFirstAdministrator() {
        premises.state = Premises.State.UNDECIDED;
        begin();
        start.chooseEmpty();
        background.doAll();
        assertThat(start.stepProperty().get()).isEqualTo(Step.ADMINISTRATOR);

        administrator("Root", "long enough", "long enough");
        assertThat(code()).isEqualTo("administratorName");
        administrator("anna", "short", "short");
        assertThat(code()).isEqualTo("passwordShort");
        administrator("anna", "long enough", "long enouph");
        assertThat(code()).isEqualTo("passwordRepeat");
        assertThat(premises.events).containsExactly("start", "empty");

        administrator("anna", "long enough", "long enough");
        assertThat(premises.events).contains("appoint anna");
        assertThat(start.passwordProperty().get()).isEmpty();
        assertThat(start.stepProperty().get()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        premises.failure = FakePremises.unreachable();
        begin();
        assertThat(code()).isEqualTo("start");
        premises.failure = null;
        start.retry();
        background.doAll();
        assertThat(start.problemProperty().get()).isNull();
        assertThat(start.stepProperty().get()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void anAddressThatCannotBeReadIsSaidAndTheSignInStays() {
        begin();
        start.serverProperty().set("nonsense");
        begin();
        assertThat(code()).isEqualTo("url");
        assertThat(start.stepProperty().get()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void anotherServerLeavesTheOneBefore() {
        begin();
        start.serverProperty().set("jdbc:postgresql://db.example/guichet");
        begin();
        assertThat(premises.events).containsExactly("start", "close", "start");
    }

    private void begin() {
        start.begin();
        background.doAll();
    }

    private void administrator(String name, String password, String repeated) {
        start.administratorProperty().set(name);
        start.passwordProperty().set(password);
        start.repeatedProperty().set(repeated);
        start.appoint();
        background.doAll();
    }

    private String code() {
        Problem problem = Objects.requireNonNull(start.problemProperty().get());
        return problem.code();
    }
}
