package io.guichet.bootstrap.benchmark;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.bootstrap.Components;
import io.guichet.country.Country;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.Overviews;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Gives some members of a sample histories of a known length: the first by name in each country thousands of claims, the
/// next ones a handful.
public final class Histories {

    private static final int MEMBERS = 21;
    private static final int MANY = 5_000;
    private static final int FEW = 5;
    private static final int PAGE = 500;
    private static final long SEED = 1;
    private static final LocalDate ALL = LocalDate.of(2999, 12, 31);

    private Histories() {
    }

    /// The members that `complete` gives histories, in its order.
    static List<FileRef> members(Directory directory, CountryCode country) {
        return directory.members(new MemberPageRequest("", Set.of(country), null, false, MEMBERS)).rows().stream()
                .map(MemberRow::ref).toList();
    }

    /// Writes the claims that these members still lack. Does nothing the second time.
    ///
    /// @param owner connection of the schema owner, in a transaction that the caller commits
    public static void complete(Connection owner, List<Country> countries, Components components) throws SQLException {
        BulkLoad.begin(owner);
        for (Country country : countries) {
            if (!components.overviews().keepsCover(country.code())) {
                continue;
            }
            List<FileRef> members = members(components.directory(), country.code());
            for (int i = 0; i < members.size(); i++) {
                FileRef member = members.get(i);
                long wanted = i == 0 ? MANY : FEW;
                long there = count(components, member, wanted);
                if (there < wanted) {
                    country.sample().writeClaims(owner, member.reference(), wanted - there, SEED + there);
                }
            }
        }
    }

    private static long count(Components components, FileRef member, long enough) {
        Overviews overviews = components.overviews();
        components.directory().open(member, "benchmark");
        long count = 0;
        HistoryRequest request = HistoryRequest.newest(ALL, PAGE);
        Page<ClaimLine> page = overviews.claims(member, request);
        count += page.rows().size();
        while (page.more() && count < enough) {
            request = new HistoryRequest(ALL, page.rows().getLast().place(), PAGE);
            page = overviews.claims(member, request);
            count += page.rows().size();
        }
        components.directory().close(member);
        return count;
    }
}
