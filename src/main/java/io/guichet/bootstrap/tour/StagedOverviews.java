package io.guichet.bootstrap.tour;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.directory.MemberEvent;
import io.guichet.directory.Overviews;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.DatabaseFailure;
import java.time.LocalDate;
import java.util.List;

/// What the database answers, but for the claims while a picture needs them to fail.
final class StagedOverviews implements Overviews {

    private final Overviews real;
    private volatile boolean broken;

    StagedOverviews(Overviews real) {
        this.real = real;
    }

    /// Whether claims cannot be read from now on.
    void breakClaims(boolean now) {
        broken = now;
    }

    @Override
    public boolean keepsCover(CountryCode country) {
        return real.keepsCover(country);
    }

    @Override
    public List<Cover> covers(FileRef member, LocalDate day) {
        return real.covers(member, day);
    }

    @Override
    public List<Allowance> allowances(FileRef member, LocalDate day) {
        return real.allowances(member, day);
    }

    @Override
    public List<Relative> household(FileRef member, LocalDate day) {
        return real.household(member, day);
    }

    @Override
    public Page<ClaimLine> claims(FileRef member, HistoryRequest request) {
        if (broken) {
            throw new DatabaseFailure(DatabaseFailure.Kind.UNREACHABLE, UserMessage.of("platform.error.unreachable", "central@db.example"),
                    "staged", null);
        }
        return real.claims(member, request);
    }

    @Override
    public Page<PaymentLine> payments(FileRef member, HistoryRequest request) {
        return real.payments(member, request);
    }

    @Override
    public List<MemberEvent> happened(FileRef member, LocalDate until, int limit) {
        return real.happened(member, until, limit);
    }
}
