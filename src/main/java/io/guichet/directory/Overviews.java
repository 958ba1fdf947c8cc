package io.guichet.directory;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.time.LocalDate;
import java.util.List;

/// What a phone call asks about a member, as of a day. Each answer is read by itself, so that a screen fills part by
/// part. Claims, payments and yearly amounts are health data: they are there only while the member is open
/// (`Directory.open`), and asking for them otherwise throws `FileClosed`. Every call but `keepsCover` waits for the
/// database: never on the JavaFX thread.
///
/// A country that keeps no cover answers with nothing.
public interface Overviews {

    /// Whether this country keeps covers and claims here at all. Asks no database: may be called on any thread.
    boolean keepsCover(CountryCode country);

    /// See `MemberCover.covers`.
    List<Cover> covers(FileRef member, LocalDate day);

    /// See `MemberCover.allowances`.
    List<Allowance> allowances(FileRef member, LocalDate day);

    /// See `MemberCover.household`.
    List<Relative> household(FileRef member, LocalDate day);

    /// See `MemberCover.claims`.
    Page<ClaimLine> claims(FileRef member, HistoryRequest request);

    /// See `MemberCover.payments`.
    Page<PaymentLine> payments(FileRef member, HistoryRequest request);

    /// What happened lately, in every component, newest first.
    List<MemberEvent> happened(FileRef member, LocalDate until, int limit);
}
