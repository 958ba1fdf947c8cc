package io.guichet.reimbursement.internal;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.WorkRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Opens the files that a run reads, some hundred at a time, and closes them when it is over.
final class RunFiles {

    private static final int CHUNK = 200;

    private final Database database;
    private final Countries countries;
    private final ClaimFiles files;

    RunFiles(Database database, Countries countries) {
        this.database = database;
        this.countries = countries;
        this.files = new ClaimFiles(database);
    }

    /// A claim of a run.
    ///
    /// @param claim  which
    /// @param member whose; null when there is no such claim for this person
    /// @param name    what the member is called; may be empty
    /// @param reasons why it was not decided by itself, as the queue knows it
    record Opened(FileRef claim, @Nullable FileRef member, String name, List<Finding.Code> reasons) {

        String whose() {
            return member == null ? "" : member.reference();
        }
    }

    /// Opens claims and their members' files, and puts them into the order in which every run goes: who goes through people in one
    /// order never waits for somebody who waits for them.
    ///
    /// @param backwards the claims of each person from the last to the first: what a run did is taken back in the opposite order, and
    ///                  no limit is exceeded on the way that was not on the way there
    List<Opened> open(List<FileRef> claims, boolean backwards, DoubleConsumer done) {
        List<Opened> opened = new ArrayList<>();
        try {
            open(claims, opened, done);
        } catch (RuntimeException broken) {
            close(opened);
            throw broken;
        }
        Comparator<Opened> byKey = Comparator.comparing(each -> each.claim().reference());
        opened.sort(Comparator.comparing((Opened each) -> each.claim().country()).thenComparing(Opened::whose)
                .thenComparing(backwards ? byKey.reversed() : byKey));
        return opened;
    }

    private void open(List<FileRef> claims, List<Opened> opened, DoubleConsumer done) {
        for (int from = 0; from < claims.size(); from += CHUNK) {
            List<FileRef> chunk = claims.subList(from, Math.min(from + CHUNK, claims.size()));
            List<Opened> known = database.write(work -> chunk.stream().map(claim -> open(work, claim)).toList());
            opened.addAll(known.stream().anyMatch(each -> each.member() == null)
                    ? database.write(work -> known.stream().map(each -> each.member() == null ? ask(work, each.claim()) : each).toList())
                    : known);
            done.accept((double) opened.size() / claims.size());
        }
    }

    private static Opened open(UnitOfWork work, FileRef claim) {
        Optional<WorkRow> row = ClaimFiles.open(work, claim) ? WorkRows.find(work, claim) : Optional.empty();
        return opened(work, claim, row.map(WorkRow::member), row.map(WorkRow::reasons).orElse(List.of()));
    }

    private static Opened opened(UnitOfWork work, FileRef claim, Optional<FileRef> member, List<Finding.Code> reasons) {
        member.ifPresent(each -> ClaimFiles.open(work, each));
        return new Opened(claim, member.orElse(null), member.map(each -> Calls.text(work, "SELECT reimbursement.member_name(?, ?)",
                each.country().value(), each.reference())).filter(name -> !name.equals("null")).orElse(""), reasons);
    }

    /// Decided claims stand in no queue: whose they are, the country says to who has them open.
    private Opened ask(UnitOfWork work, FileRef claim) {
        Optional<FileRef> member = countries.find(claim.country()).flatMap(Country::claims)
                .flatMap(records -> records.find(work, claim.reference())).map(ClaimFile::member);
        return opened(work, claim, member, List.of());
    }

    void close(List<Opened> opened) {
        Set<FileRef> all = new LinkedHashSet<>();
        opened.forEach(each -> {
            all.add(each.claim());
            if (each.member() != null) {
                all.add(each.member());
            }
        });
        files.close(all);
    }
}
