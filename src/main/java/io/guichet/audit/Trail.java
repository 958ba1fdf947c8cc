package io.guichet.audit;

import io.guichet.kernel.FileRef;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;

/// Reads the trail of one file. The database shows a person only files they may read.
public interface Trail {

    /// Changes of `file` that made a version above `afterVersion`, newest first, at most `limit`.
    List<TrailRow> of(UnitOfWork work, FileRef file, long afterVersion, int limit);
}
