package io.guichet.reimbursement.internal;

import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.WorkRow;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Opens the files that a decision reads, on the record. What a transaction opens is open once it is committed.
final class ClaimFiles {

    private static final String PURPOSE = "decide";

    private final Database database;

    ClaimFiles(Database database) {
        this.database = database;
    }

    /// Opens a claim and its member's file; false when there is no such claim for this person.
    boolean open(ClaimRecords records, FileRef claim) {
        Optional<FileRef> member = database.write(work -> {
            if (!open(work, claim)) {
                return Optional.empty();
            }
            Optional<FileRef> known = WorkRows.find(work, claim).map(WorkRow::member);
            known.ifPresent(each -> open(work, each));
            return Optional.of(known.orElse(claim));
        });
        if (member.isEmpty()) {
            return false;
        }
        if (member.get().kind() == FileKind.MEMBER) {
            return true;
        }
        // Decided claims stand in no queue: whose they are, the country says to who has them open.
        return database.write(work -> {
            Optional<ClaimFile> file = records.find(work, claim.reference());
            file.ifPresent(found -> open(work, found.member()));
            return file.isPresent();
        });
    }

    /// Opens it, unless this window has both files open already.
    boolean ensureOpen(ClaimRecords records, FileRef claim) {
        boolean there = database.read(work -> WorkRows.find(work, claim)
                .filter(row -> isOpen(work, claim) && isOpen(work, row.member())).isPresent());
        return there || open(records, claim);
    }

    private static boolean isOpen(UnitOfWork work, FileRef file) {
        return Calls.holds(work, "SELECT directory.has_open(?, ?, ?)", file.country().value(), file.kind().code(),
                file.reference());
    }

    /// Opens files in a transaction of the caller; false when one of them does not exist for this person.
    static boolean open(UnitOfWork work, FileRef file) {
        return Calls.holds(work, "SELECT directory.open_file(?, ?, ?, ?)", file.country().value(), file.kind().code(),
                file.reference(), PURPOSE);
    }

    /// Opens files of one kind in a transaction of the caller, and returns the references of those that there are for this
    /// person.
    static Set<String> openAll(UnitOfWork work, CountryCode country, FileKind kind, Collection<String> references) {
        return Set.copyOf(Calls.list(work, row -> row.getString(1), "SELECT directory.open_files(?, ?, ?, ?)", country.value(),
                kind.code(), references, PURPOSE));
    }

    /// Ends openings in a transaction of the caller.
    static void closeAll(UnitOfWork work, CountryCode country, FileKind kind, Collection<String> references) {
        Calls.list(work, row -> kind, "SELECT directory.close_files(?, ?, ?)", country.value(), kind.code(), references);
    }

    /// Ends the openings of a run.
    void close(Collection<FileRef> files) {
        database.write(work -> {
            files.forEach(file -> Calls.list(work, row -> file, "SELECT directory.close_file(?, ?, ?)",
                    file.country().value(), file.kind().code(), file.reference()));
            return files.size();
        });
    }
}
