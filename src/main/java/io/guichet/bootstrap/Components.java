package io.guichet.bootstrap;

import io.guichet.access.Access;
import io.guichet.access.SavedViews;
import io.guichet.access.internal.PgAccess;
import io.guichet.access.internal.PgSavedViews;
import io.guichet.audit.Trail;
import io.guichet.audit.internal.PgTrail;
import io.guichet.care.Cases;
import io.guichet.care.internal.CaseEvents;
import io.guichet.care.internal.PgCases;
import io.guichet.contract.Amendments;
import io.guichet.contract.Batches;
import io.guichet.contract.Contracts;
import io.guichet.contract.internal.AmendmentEvents;
import io.guichet.contract.internal.PgAmendments;
import io.guichet.contract.internal.PgBatches;
import io.guichet.contract.internal.PgContracts;
import io.guichet.country.Countries;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Certificates;
import io.guichet.directory.Directory;
import io.guichet.directory.Identities;
import io.guichet.directory.MemberEvents;
import io.guichet.directory.Overviews;
import io.guichet.directory.internal.PgCertificates;
import io.guichet.directory.internal.PgDirectory;
import io.guichet.directory.internal.PgIdentities;
import io.guichet.directory.internal.PgOverviews;
import io.guichet.document.Documents;
import io.guichet.document.internal.DocumentEvents;
import io.guichet.document.internal.PgDocuments;
import io.guichet.platform.database.Database;
import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.Entries;
import io.guichet.reimbursement.Intake;
import io.guichet.reimbursement.MemberPlans;
import io.guichet.reimbursement.Statements;
import io.guichet.reimbursement.Runs;
import io.guichet.reimbursement.Worklist;
import io.guichet.reimbursement.internal.PgDecisions;
import io.guichet.reimbursement.internal.PgEntries;
import io.guichet.reimbursement.internal.PgIntake;
import io.guichet.reimbursement.internal.PgMemberPlans;
import io.guichet.reimbursement.internal.PgStatements;
import io.guichet.reimbursement.internal.PgRuns;
import io.guichet.reimbursement.internal.PgWorklist;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The components, put together for one database and the role that is signed in there.
///
/// @param access    who is signed in and what they may do
/// @param directory who is who
/// @param overviews what a phone call asks about a member
/// @param certificates what certifies a member's cover
/// @param identities which files are about the same person
/// @param contracts contracts of companies and people
/// @param amendments changes to them
/// @param batches   many changes from one file
/// @param views     filters that the signed-in person keeps
/// @param documents papers attached to files
/// @param cases     what members ask for
/// @param worklist  claims to work on
/// @param decisions what is decided of them
/// @param intake    claims that come in
/// @param entries   claims that people enter
/// @param runs      many decisions at once
/// @param memberPlans what covers members, as the rules want to be told it
/// @param statements  what becomes of claims, on paper
/// @param input     what people type into fields
public record Components(Access access, Directory directory, Overviews overviews, Certificates certificates,
                         Identities identities,
                         Contracts contracts, Amendments amendments, Batches batches, SavedViews views,
                         Documents documents, Cases cases, Worklist worklist, Decisions decisions, Intake intake,
                         Entries entries, Runs runs, MemberPlans memberPlans, Statements statements, FieldInput input) {

    /// Puts them together.
    ///
    /// @param clock tells what day it is
    public static Components over(Database database, Countries countries, Clock clock) {
        return over(database, countries, clock, UnaryOperator.identity());
    }

    /// Puts them together, with something between the screens and what answers for members.
    ///
    /// @param clock  tells what day it is
    /// @param before gets what answers, returns what the screens ask
    public static Components over(Database database, Countries countries, Clock clock, UnaryOperator<Overviews> before) {
        Access access = new PgAccess(database);
        FieldInput input = new FieldInput(countries.identifiers(), clock);
        Trail trail = new PgTrail();
        // What components know of members, for "happened lately".
        List<MemberEvents> events = List.of(new AmendmentEvents(database), new CaseEvents(database),
                new DocumentEvents(database));
        Documents documents = new PgDocuments(database);
        Directory directory = new PgDirectory(database, access, trail, countries, input, clock);
        Supplier<Texts> words = () -> Texts.of(TextFolders.of(countries));
        Overviews overviews = before.apply(new PgOverviews(database, countries, trail, events, clock));
        Amendments amendments = new PgAmendments(database, access, countries, directory, input, clock);
        return new Components(access, directory, overviews,
                new PgCertificates(directory, overviews, countries, words, clock), new PgIdentities(database),
                new PgContracts(database, countries, directory, clock), amendments,
                new PgBatches(database, access, countries, directory, input,
                        words, documents, clock),
                new PgSavedViews(database), documents, new PgCases(database, trail),
                new PgWorklist(database, access, clock), new PgDecisions(database, access, countries, clock),
                new PgIntake(database, access, countries, clock), new PgEntries(database, access, countries, clock),
                new PgRuns(database, access, countries, amendments, clock),
                new PgMemberPlans(database, countries),
                new PgStatements(database, countries, words, clock), input);
    }
}
