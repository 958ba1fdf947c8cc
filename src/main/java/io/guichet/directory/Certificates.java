package io.guichet.directory;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.report.Paper;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The certificate of cover: says for anybody who asks what covers a member on a day. No health data stands in it.
public interface Certificates {

    /// The certificate, ready to be printed. The member's file is opened for it, and that is recorded, unless this person
    /// has it open already. Waits for the database: never on the JavaFX thread.
    ///
    /// @param language of its words; null for the member's own
    /// @return `Denied` when there is no such member for this person, or nothing covers them that day
    Outcome<Paper> certificate(FileRef member, LocalDate day, @Nullable Locale language);
}
