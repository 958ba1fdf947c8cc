package io.guichet.bootstrap.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// What a stop of the tour presses and types into is there and takes it.
class TourHandTest extends UiTest {

    private final List<String> pressed = new ArrayList<>();
    private final VBox window = new VBox();
    private final CountDownLatch looked = new CountDownLatch(3);

    /// Tells when it has looked in vain a few times.
    private void patiently(String what, BooleanSupplier condition) {
        await(what, () -> {
            looked.countDown();
            return condition.getAsBoolean();
        });
    }

    private Button button(String id) {
        Button button = new Button(id);
        button.setId(id);
        button.setOnAction(fired -> pressed.add(id));
        return button;
    }

    private void meanwhile(Runnable hand, Runnable screen) throws InterruptedException {
        Thread working = Thread.ofVirtual().start(hand);
        looked.await();
        onScreen(screen);
        working.join();
    }

    @Test
    void aButtonThatIsDisabledForAMomentIsPressedAfterIt() throws InterruptedException {
        show(() -> window);
        Button preview = button("preview");
        preview.setDisable(true);
        onScreen(() -> window.getChildren().add(preview));

        meanwhile(() -> new TourHand(this::patiently, () -> window).press("#preview"), () -> {
            assertThat(pressed).isEmpty();
            preview.setDisable(false);
        });

        assertThat(pressed).containsExactly("preview");
    }

    @Test
    void whatComesLaterIsWaitedFor() throws InterruptedException {
        show(() -> window);
        TourHand hand = new TourHand(this::patiently, () -> window);
        meanwhile(() -> hand.press("#remove-7"), () -> window.getChildren().add(button("remove-7")));
        assertThat(pressed).containsExactly("remove-7");

        TextField field = new TextField("before");
        field.setId("query");
        onScreen(() -> window.getChildren().add(field));
        hand.type("#query", "mar");
        assertThat(field.getText()).isEqualTo("mar");
    }

    /// Nothing can come between seeing that it can be pressed and pressing it.
    @Test
    void lookingAndPressingAreOneStep() {
        show(() -> window);
        onScreen(() -> window.getChildren().add(button("apply")));
        AtomicInteger steps = new AtomicInteger();
        new TourHand((what, condition) -> {
            steps.incrementAndGet();
            assertThat(fx(condition::getAsBoolean)).isTrue();
        }, () -> window).press("#apply");

        assertThat(steps).hasValue(1);
        assertThat(pressed).containsExactly("apply");
    }
}
