package io.guichet.reimbursement.ui.entry;

import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.Problem;
import io.guichet.reimbursement.Entries.Typed;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps what is typed in the database, after each change; nobody waits for it, and only the newest state is written.
final class DraftKeeping {

    private final EntryWork work;
    private final @Nullable FileRef revises;
    private final LatestWork keeping;

    /// @param revises the claim that is entered anew, or null
    DraftKeeping(EntryWork work, @Nullable FileRef revises) {
        this.work = work;
        this.revises = revises;
        keeping = new LatestWork(work.background());
    }

    /// Keeps what stands there now, in a while.
    void keep(EntryCase now, Consumer<Problem> failed) {
        Typed typed = now.typed();
        keeping.run(() -> kept(now, typed), done -> { }, cause -> failed.accept(Problem.of(cause)));
    }

    /// Keeps what stands there now, then goes on.
    ///
    /// @param then told whether it is kept
    void settle(EntryCase now, Consumer<Boolean> then) {
        Typed typed = now.typed();
        keeping.cancel();
        work.background().run(() -> kept(now, typed), done -> then.accept(true), cause -> then.accept(false));
    }

    private Typed kept(EntryCase now, Typed typed) {
        work.entries().keep(now.member(), revises, typed);
        return typed;
    }

    /// Forgets what was kept, then goes on; what cannot be forgotten now is offered again later.
    void forget(FileRef member, Runnable then) {
        keeping.cancel();
        work.background().run(() -> {
            work.entries().forget(member, revises);
            return member;
        }, done -> then.run(), cause -> then.run());
    }

    void close() {
        keeping.cancel();
    }
}
