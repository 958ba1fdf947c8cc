package io.guichet.directory.ui;

import io.guichet.country.form.FieldForm;
import io.guichet.directory.Directory;
import io.guichet.directory.OpenMember;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import io.guichet.platform.live.Change;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an open member file again when it may have changed. A form without edits follows; one with edits is left as
/// it is, and told what became different.
final class MemberRefresh {

    private static final int TRAIL = 50;

    private final FileRef ref;
    private final Workplace workplace;
    private final MemberState file;
    private final HistoryViewModel history;
    private final Runnable load;
    private final LatestWork asking;
    private boolean askAfterSaving;

    MemberRefresh(FileRef ref, Workplace workplace, MemberState file, HistoryViewModel history, Runnable load) {
        this.ref = ref;
        this.workplace = workplace;
        this.file = file;
        this.history = history;
        this.load = load;
        asking = new LatestWork(workplace.background());
    }

    void told(Change change) {
        if (change.version() > file.version) {
            ask();
        }
    }

    /// Reads the file again; while saving, afterwards.
    void ask() {
        FieldForm form = file.form.get();
        if (file.saving.get()) {
            askAfterSaving = true;
        } else if (form != null) {
            ask(form);
        } else if (file.state.get() == MemberViewModel.State.FAILED) {
            load.run();
        }
    }

    void askIfTold() {
        if (askAfterSaving && !file.saving.get()) {
            askAfterSaving = false;
            ask();
        }
    }

    void cancel() {
        asking.cancel();
    }

    private void ask(FieldForm form) {
        Directory directory = workplace.directory();
        long known = file.version;
        asking.run(() -> {
            // The opening may have run out while the machine slept: then this is a new one, and recorded as such.
            Optional<OpenMember> now = directory.refresh(ref).or(() -> directory.open(ref, MemberViewModel.PURPOSE));
            boolean newer = now.isPresent() && now.get().file().version() > known;
            return new Answer(now.orElse(null), newer ? directory.history(ref, TRAIL) : List.of());
        }, answer -> answered(form, answer), cause -> {
            // That the connection is lost is told by the feed, and asking again follows when it is back.
            if (!(cause instanceof DatabaseFailure lost) || lost.kind() != DatabaseFailure.Kind.UNREACHABLE) {
                file.problem.set(Problem.of(cause).keeping(MemberViewModel.TYPED_KEPT));
            }
        });
    }

    private record Answer(@Nullable OpenMember current, List<FieldChange> trail) {
    }

    private void answered(FieldForm form, Answer answer) {
        OpenMember current = answer.current();
        if (file.saving.get()) {
            askAfterSaving = true;
        } else if (current == null) {
            gone(form);
        } else if (current.file().version() > file.version) {
            newer(form, current, Difference.between(form, current.file().values(), answer.trail()));
            history.load();
        }
    }

    private void newer(FieldForm form, OpenMember current, List<Difference> differences) {
        if (!form.edited() || differences.isEmpty()) {
            file.follow(form, current);
        } else if (file.conflict.get() != null) {
            file.conflict.set(new ConflictViewModel(current, differences));
        } else {
            file.notice.set(new MemberViewModel.Notice(current, differences));
        }
    }

    private void gone(FieldForm form) {
        if (form.edited()) {
            file.problem.set(Problem.of(UserMessage.of("directory.error.gone")).keeping(MemberViewModel.TYPED_KEPT));
        } else {
            file.state.set(MemberViewModel.State.MISSING);
        }
    }
}
