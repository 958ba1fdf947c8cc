package io.guichet.country.cover;

import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.List;

/// Answers what a phone call asks about one member, as of a day. Every answer costs one statement that reads a range of
/// an index: none grows with the length of the member's history.
///
/// Claims, payments and yearly amounts are health data: they are empty unless the signed-in role has the member's file
/// open.
public interface MemberCover {

    /// What covers the member on `day`, and what will afterwards: running ones first, then by their first day. When
    /// nothing does, the cover that ended last.
    List<Cover> covers(UnitOfWork work, String member, LocalDate day);

    /// What the covers of `day` pay within limits, and how much of each is left.
    List<Allowance> allowances(UnitOfWork work, String member, LocalDate day);

    /// The people insured together with the member, the one who brings the insurance first, without the member.
    List<Relative> household(UnitOfWork work, String member, LocalDate day);

    /// Claims for care had on or before the day of the request, newest first.
    Page<ClaimLine> claims(UnitOfWork work, String member, HistoryRequest request);

    /// Payments made on or before the day of the request, newest first.
    Page<PaymentLine> payments(UnitOfWork work, String member, HistoryRequest request);
}
