package io.guichet.directory.ui;

import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.directory.OpenMember;
import io.guichet.kernel.FieldProblem;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.ui.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What a member file on the screen is made of, shared by those who read it and those who save it.
final class MemberState {

    final ReadOnlyObjectWrapper<MemberViewModel.State> state =
            new ReadOnlyObjectWrapper<>(MemberViewModel.State.LOADING);
    final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    final ReadOnlyObjectWrapper<@Nullable FieldForm> form = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable ConflictViewModel> conflict = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<MemberViewModel.@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<@Nullable FieldViewModel> attention = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<List<FieldProblem>> elsewhere = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
    long version;
    private @Nullable Problem ofLoss;

    /// The form is based on `current` from now on; what is typed in it stays.
    void follow(FieldForm shown, OpenMember current) {
        shown.rebase(current.file().values());
        stand(current);
        notice.set(null);
        conflict.set(null);
    }

    /// What is true of the file besides its fields.
    void stand(OpenMember current) {
        version = current.file().version();
        title.set(current.file().label());
        editable.set(current.editable());
    }

    /// What somebody wanted could not be done; what they typed stays.
    void failed(Throwable cause) {
        Problem told = Problem.of(cause).keeping(MemberViewModel.TYPED_KEPT);
        boolean lost = cause instanceof DatabaseFailure failure
                && failure.kind() == DatabaseFailure.Kind.UNREACHABLE;
        ofLoss = lost ? told : null;
        problem.set(told);
    }

    /// The server answers again, and what was said of its silence is no longer true.
    void connected() {
        if (ofLoss != null && problem.get() == ofLoss) {
            problem.set(null);
        }
        ofLoss = null;
    }

    /// Puts the cursor into `field`, also when it was there last time.
    void demand(FieldViewModel field) {
        attention.set(null);
        attention.set(field);
    }
}
