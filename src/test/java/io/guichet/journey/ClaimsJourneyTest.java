package io.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.testing.TestDatabase;
import io.guichet.testing.UiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

/// A lead takes claims of the queue one after the other and decides them without the mouse: approved, refused and taken back,
/// through the screens, on a real database.
class ClaimsJourneyTest extends UiTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private @Nullable Desk mine;

    @BeforeAll
    static void invent() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(owner, new SampleRequest(120, 400, 1), (step, share) -> { });
            owner.commit();
        }
    }

    @AfterEach
    void leave() {
        Desk desk = desk();
        onScreen(() -> {
            desk.window().window().hide();
            desk.window().shell().close();
        });
        desk.close();
    }

    private Desk desk() {
        return Objects.requireNonNull(mine);
    }

    private void sitDown() {
        Desk desk = Desk.signIn(DATABASE::address, "lead", () -> { });
        mine = desk;
        Rights rights = desk.components().access().rights();
        fx(() -> desk.open(appearance(), rights));
        onScreen(() -> desk.window().tabs().open("worklist", false));
        await("the queue is there", () -> desk.shows("takeNext"));
    }

    private String shown() {
        return fx(() -> desk().find("claim-number") instanceof Label number ? number.getText() : "");
    }

    /// The number of the claim that is shown, once it is another one and can be decided.
    private String next(String before) {
        await("the next claim is there", () -> desk().find("claim-number") instanceof Label number
                && !number.getText().equals(before) && desk().shows("claim-approve") && !desk().find("claim-approve").isDisabled());
        return shown();
    }

    private static String state(String number) {
        List<String> states = DATABASE.query("SELECT state || CASE WHEN assigned_to IS NULL THEN '' ELSE ' ' || assigned_to END"
                + " FROM reimbursement.work WHERE number = ?", number);
        return states.isEmpty() ? "" : states.getFirst();
    }

    private static List<String> decisions() {
        return DATABASE.query("SELECT kind FROM reimbursement.decision WHERE staff = 'lead' ORDER BY id");
    }

    @Test
    @SuppressWarnings("unchecked")
    void claimsAreDecidedOneAfterTheOtherByKeyboard() {
        sitDown();
        robot.push(KeyCode.N);
        String first = next("");
        assertThat(state(first)).endsWith(" lead");

        robot.push(KeyCode.A);
        String second = next(first);
        assertThat(state(first)).startsWith("ACCEPTED");
        assertThat(state(second)).as("taken by itself").endsWith(" lead");

        robot.push(KeyCode.R);
        await("the form is there", () -> desk().shows("reject-reason"));
        onScreen(() -> ((ComboBox<Object>) Objects.requireNonNull(desk().find("reject-reason"))).getSelectionModel().selectFirst());
        assertThat(fx(() -> ((Label) Objects.requireNonNull(desk().find("reject-letter"))).getText())).as("what the member reads").isNotBlank();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        next(second);
        assertThat(state(second)).as("refused, and out of the queue").isEmpty();

        robot.push(KeyCode.Z);
        await("the refused claim is back", () -> desk().find("claim-number") instanceof Label number && number.getText().equals(second));
        assertThat(state(second)).as("in the hands of who refused it").endsWith(" lead");
        assertThat(decisions()).containsExactly("APPROVE", "REJECT", "REOPEN");
    }
}
