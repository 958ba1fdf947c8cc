package io.guichet.directory.ui;

import io.guichet.directory.Identities;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.Section;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The other files about the same person, and those that may be. Nothing is linked unless somebody says so.
public final class IdentityViewModel {

    private final FileRef member;
    private final Workplace workplace;
    private final Section<List<SearchRow>> linked;
    private final Section<List<SearchRow>> possible;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper deciding = new ReadOnlyBooleanWrapper();

    IdentityViewModel(FileRef member, Workplace workplace) {
        this.member = member;
        this.workplace = workplace;
        Identities identities = workplace.identities();
        linked = new Section<>(workplace.background(), () -> () -> identities.linked(member));
        possible = new Section<>(workplace.background(), () -> () -> identities.possible(member));
    }

    void load() {
        linked.load();
        possible.load();
    }

    /// Files about the same person.
    public Section<List<SearchRow>> linked() {
        return linked;
    }

    /// Files that may be about the same person.
    public Section<List<SearchRow>> possible() {
        return possible;
    }

    /// Why the last decision could not be kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether a decision is being kept.
    public ReadOnlyBooleanProperty decidingProperty() {
        return deciding.getReadOnlyProperty();
    }

    /// Whether this person may say who is who.
    public boolean decides() {
        return workplace.rights().changesMembers();
    }

    /// Both files are about one person.
    public void link(FileRef other) {
        decide(() -> workplace.identities().link(member, other), () -> { });
    }

    /// They are about two people, and not offered again.
    public void keepApart(FileRef other) {
        decide(() -> workplace.identities().keepApart(member, other), () -> { });
    }

    /// The link was a mistake.
    ///
    /// @param then what follows once it is taken back
    public void unlink(FileRef other, Runnable then) {
        decide(() -> workplace.identities().unlink(member, other), then);
    }

    void cancel() {
        linked.cancel();
        possible.cancel();
    }

    private void decide(Callable<Outcome<List<SearchRow>>> decision, Runnable then) {
        if (deciding.get()) {
            return;
        }
        deciding.set(true);
        problem.set(null);
        workplace.background().run(decision, outcome -> {
            deciding.set(false);
            if (outcome instanceof Outcome.Denied<List<SearchRow>> denied) {
                problem.set(Problem.of(denied.reason()));
            } else {
                load();
                then.run();
            }
        }, cause -> {
            deciding.set(false);
            problem.set(Problem.of(cause));
        });
    }
}
