package io.guichet.directory.ui;

import io.guichet.country.field.FieldValues;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Problem;
import java.util.List;
import java.util.Optional;

/// Saves a member file, and settles with the person what a colleague saved first.
final class MemberSaving {

    private final FileRef ref;
    private final Workplace workplace;
    private final MemberState file;
    private final Runnable saved;
    private final Runnable ended;

    /// @param saved called after the file was written
    /// @param ended called after each attempt
    MemberSaving(FileRef ref, Workplace workplace, MemberState file, Runnable saved, Runnable ended) {
        this.ref = ref;
        this.workplace = workplace;
        this.file = file;
        this.saved = saved;
        this.ended = ended;
    }

    void save(FieldForm form) {
        if (file.saving.get() || file.conflict.get() != null || !form.edited()) {
            return;
        }
        Optional<FieldViewModel> unreadable = form.firstUnreadable();
        if (unreadable.isPresent()) {
            file.demand(unreadable.get());
            return;
        }
        file.problem.set(null);
        file.elsewhere.set(List.of());
        file.saving.set(true);
        FieldValues wanted = form.values();
        SaveMember command = new SaveMember(ref, file.version, form.base(), wanted);
        workplace.background().run(() -> workplace.directory().save(command),
                outcome -> {
                    file.saving.set(false);
                    end(form, wanted, outcome);
                    ended.run();
                },
                cause -> {
                    file.saving.set(false);
                    file.failed(cause);
                    ended.run();
                });
    }

    private void end(FieldForm form, FieldValues wanted, Outcome<OpenMember> outcome) {
        switch (outcome) {
            case Outcome.Done<OpenMember>(OpenMember current) -> {
                form.settle(wanted, current.file().values());
                file.stand(current);
                file.notice.set(null);
                saved.run();
            }
            case Outcome.Invalid<OpenMember>(List<FieldProblem> problems) -> {
                form.complain(problems).ifPresent(file::demand);
                file.elsewhere.set(problems.stream()
                        .filter(problem -> form.field(problem.field()).isEmpty()).toList());
            }
            case Outcome.Conflict<OpenMember>(long version, List<FieldChange> changes) -> ask(form, changes);
            case Outcome.Denied<OpenMember>(UserMessage reason) ->
                    file.problem.set(Problem.of(reason).keeping(MemberViewModel.TYPED_KEPT));
        }
    }

    /// What is stored now, to be set against what was typed. Until that is known the form stays on its old version, so
    /// that nothing can be overwritten.
    private void ask(FieldForm form, List<FieldChange> changes) {
        file.saving.set(true);
        workplace.background().run(() -> workplace.directory().refresh(ref),
                found -> {
                    file.saving.set(false);
                    if (found.isPresent()) {
                        OpenMember current = found.get();
                        file.notice.set(null);
                        file.conflict.set(new ConflictViewModel(current,
                                Difference.between(form, current.file().values(), changes)));
                    } else {
                        file.problem.set(Problem.of(UserMessage.of("directory.error.gone"))
                                .keeping(MemberViewModel.TYPED_KEPT));
                    }
                    ended.run();
                },
                cause -> {
                    file.saving.set(false);
                    file.failed(cause);
                    ended.run();
                });
    }

    /// Looks at what a colleague stored before saving.
    void compare() {
        MemberViewModel.Notice shown = file.notice.get();
        if (shown != null) {
            file.conflict.set(new ConflictViewModel(shown.current(), shown.differences()));
            file.notice.set(null);
        }
    }

    void takeTheirs(FieldForm form, Difference difference) {
        ConflictViewModel shown = file.conflict.get();
        if (shown != null) {
            shown.take(difference);
            if (shown.decidedProperty().get()) {
                file.follow(form, shown.current());
            }
        }
    }

    void takeAllTheirs(FieldForm form) {
        ConflictViewModel shown = file.conflict.get();
        if (shown != null) {
            List.copyOf(shown.undecided()).forEach(shown::take);
            file.follow(form, shown.current());
        }
    }

    void keepMineAndSave(FieldForm form) {
        ConflictViewModel shown = file.conflict.get();
        if (shown != null && !file.saving.get()) {
            file.follow(form, shown.current());
            save(form);
        }
    }
}
