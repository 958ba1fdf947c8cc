package io.guichet.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class ScreenLifecycleTest {

    private final SimpleBooleanProperty showing = new SimpleBooleanProperty();
    private final SimpleStringProperty value = new SimpleStringProperty("one");
    private final List<String> seen = new ArrayList<>();

    @Test
    void subscriptionsLiveAsLongAsTheViewIsShown() {
        ScreenLifecycle lifecycle = ScreenLifecycle.of(showing);
        lifecycle.follow(value, seen::add);
        assertThat(seen).isEmpty();

        showing.set(true);
        value.set("two");
        showing.set(false);
        value.set("three");
        assertThat(seen).containsExactly("one", "two");

        showing.set(true);
        assertThat(seen).containsExactly("one", "two", "three");
    }

    @Test
    void whatIsAddedWhileShownStartsAtOnce() {
        showing.set(true);
        ScreenLifecycle lifecycle = ScreenLifecycle.of(showing);
        lifecycle.follow(() -> seen.add(value.get()), value);
        value.set("two");
        assertThat(seen).containsExactly("one", "two");
        showing.set(false);
        value.set("three");
        assertThat(seen).containsExactly("one", "two");
    }
}
