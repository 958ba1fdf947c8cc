package io.guichet.directory.internal;

import io.guichet.access.Access;
import io.guichet.audit.Trail;
import io.guichet.country.Card;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberRecords;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SaveMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.Page;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The directory over the central database, for the role that is signed in.
public final class PgDirectory implements Directory {

    /// Why a claim is opened when its card is shown; the record says no more than that it was looked at.
    private static final String CARD_PURPOSE = "card";

    private final Database database;
    private final Countries countries;
    private final StaffRights rights;
    private final EntrySearch entries;
    private final MemberPages pages;
    private final MemberSave saving;
    private final MemberHistory histories;
    private final Openings openings = new Openings();

    /// @param clock tells what day it is: births lie in the past
    public PgDirectory(Database database, Access access, Trail trail, Countries countries, FieldInput input,
                       Clock clock) {
        this.database = database;
        this.countries = countries;
        this.rights = new StaffRights(access);
        this.entries = new EntrySearch(database, clock);
        this.pages = new MemberPages(database);
        this.histories = new MemberHistory(trail, clock);
        this.saving = new MemberSave(database, rights, histories, input, openings);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return entries.search(request);
    }

    @Override
    public List<SearchRow> rows(List<FileRef> files) {
        return files.isEmpty() ? List.of() : entries.rows(files);
    }

    @Override
    public Page<MemberRow> members(MemberPageRequest request) {
        return pages.page(request);
    }

    @Override
    public Optional<OpenMember> open(FileRef member, String purpose) {
        // Two transactions: health data is readable only once the record of the opening cannot be rolled back.
        return records(member).flatMap(records -> database.write(work -> openings.open(work, member, purpose))
                ? database.read(work -> find(work, records, member)) : Optional.empty());
    }

    @Override
    public Optional<OpenMember> refresh(FileRef member) {
        return records(member).flatMap(records -> database.write(work ->
                openings.keep(work, member) ? find(work, records, member) : Optional.empty()));
    }

    @Override
    public void close(FileRef member) {
        database.write(work -> {
            openings.close(work, member);
            return member;
        });
    }

    @Override
    public void recordReveal(FileRef member, String fieldKey) {
        database.write(work -> {
            openings.reveal(work, member, fieldKey);
            return member;
        });
    }

    @Override
    public Outcome<OpenMember> save(SaveMember command) {
        return records(command.ref()).map(records -> saving.save(records, command))
                .orElseGet(() -> new Outcome.Denied<>(MemberSave.GONE));
    }

    @Override
    public List<FieldChange> history(FileRef member, int limit) {
        return records(member).map(records -> database.read(work -> histories.of(work, records, member, limit)))
                .orElse(List.of());
    }

    @Override
    public Optional<Card> card(FileRef file) {
        return countries.find(file.country()).flatMap(country -> {
            if (file.kind() != FileKind.CLAIM) {
                return database.read(work -> country.card(work, file.kind(), file.reference()));
            }
            // Health data: recorded first, then readable for one transaction.
            if (!database.write(work -> openings.open(work, file, CARD_PURPOSE))) {
                return Optional.empty();
            }
            return database.write(work -> {
                Optional<Card> card = country.card(work, file.kind(), file.reference());
                openings.close(work, file);
                return card;
            });
        });
    }

    private Optional<MemberRecords> records(FileRef member) {
        return member.kind() == FileKind.MEMBER
                ? countries.find(member.country()).map(Country::members) : Optional.empty();
    }

    private Optional<OpenMember> find(UnitOfWork work, MemberRecords records, FileRef member) {
        return records.find(work, member.reference())
                .map(file -> new OpenMember(file, records.groups(), rights.changes(member.country())));
    }
}
