package io.guichet.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.access.SavedViews;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import io.guichet.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// People keep filters for themselves.
class SavedViewsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final String LIST = "contract.contracts";

    @Test
    void aViewIsKeptReplacedAndForgotten() {
        SavedViews views = new PgSavedViews(DATABASE.as("lead"));
        views.keep(LIST, new SavedView("renewals", Map.of("renewals", "1,2", "text", "d'or \"x\"")));
        views.keep(LIST, new SavedView("All", Map.of()));
        views.keep("care.cases", new SavedView("mine", Map.of("a", "b")));
        assertThat(views.of(LIST)).containsExactly(new SavedView("All", Map.of()),
                new SavedView("renewals", Map.of("renewals", "1,2", "text", "d'or \"x\"")));

        views.keep(LIST, new SavedView("renewals", Map.of("renewals", "3")));
        views.forget(LIST, "All");
        views.forget(LIST, "All");
        assertThat(views.of(LIST)).containsExactly(new SavedView("renewals", Map.of("renewals", "3")));
    }

    @Test
    void nobodySeesOrWritesThoseOfOthers() {
        Database care = DATABASE.as("care");
        new PgSavedViews(care).keep(LIST, new SavedView("mine", Map.of("text", "a")));
        for (String account : List.of("care.fr", "sales", "auditor", "admin", "operations")) {
            SavedViews views = new PgSavedViews(DATABASE.as(account));
            assertThat(views.of(LIST)).as(account).isEmpty();
            views.forget(LIST, "mine");
            views.keep(LIST, new SavedView("mine", Map.of("text", account)));
            assertThat(views.of(LIST)).hasSize(1);
        }
        assertThat(new PgSavedViews(care).of(LIST)).containsExactly(new SavedView("mine", Map.of("text", "a")));
        assertThatThrownBy(() -> care.write(work -> work.sql(connection -> connection.createStatement().executeUpdate(
                "INSERT INTO access.saved_view (staff, list, name, query) VALUES ('sales', 'a.b', 'x', '{}')"))))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void aViewHasANameOfReasonableLength() {
        assertThatThrownBy(() -> new SavedView(" ", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SavedView("x".repeat(61), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
