package io.guichet.directory.internal;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Covers and claims as a test says, the same for every member. Claims are to be added newest first.
final class ScriptedCover implements MemberCover {

    final List<ClaimLine> claims = new ArrayList<>();
    /// How often claims are answered with nothing, as if the file were not open yet.
    int emptyAnswers;

    @Override
    public List<Cover> covers(UnitOfWork work, String member, LocalDate day) {
        return List.of();
    }

    @Override
    public List<Allowance> allowances(UnitOfWork work, String member, LocalDate day) {
        return List.of();
    }

    @Override
    public List<Relative> household(UnitOfWork work, String member, LocalDate day) {
        return List.of();
    }

    @Override
    public Page<ClaimLine> claims(UnitOfWork work, String member, HistoryRequest request) {
        if (emptyAnswers-- > 0) {
            return new Page<>(List.of(), false);
        }
        HistoryRequest.Place after = request.after();
        List<ClaimLine> rows = claims.stream().filter(claim -> !claim.day().isAfter(request.until()))
                .filter(claim -> after == null || claim.day().isBefore(after.day()))
                .limit(request.limit() + 1L).toList();
        boolean more = rows.size() > request.limit();
        return new Page<>(more ? rows.subList(0, request.limit()) : rows, more);
    }

    @Override
    public Page<PaymentLine> payments(UnitOfWork work, String member, HistoryRequest request) {
        return new Page<>(List.of(), false);
    }
}
