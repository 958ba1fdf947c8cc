package io.guichet.reimbursement.internal;

import io.guichet.access.Access;
import io.guichet.country.Countries;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Received;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Intake;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Claims that come in, in the name of the role that is signed in.
public final class PgIntake implements Intake {

    private final Database database;
    private final Countries countries;
    private final Deciders deciders;
    private final DecisionCommands commands;

    /// @param clock tells what day it is
    public PgIntake(Database database, Access access, Countries countries, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.deciders = new Deciders(access);
        this.commands = new DecisionCommands(clock);
    }

    @Override
    public Outcome<Taken> receive(CountryCode country, ClaimIntake intake) {
        if (!deciders.may(country)) {
            return new Outcome.Denied<>(Refusals.MAY_NOT);
        }
        ClaimRecords records = countries.require(country).claims()
                .orElseThrow(() -> new IllegalArgumentException(country + " keeps no claims here"));
        FileRef member = new FileRef(country, FileKind.MEMBER, intake.member());
        // Whose claim comes in is looked at: on the record, and committed before anything is read.
        if (!database.write(work -> ClaimFiles.open(work, member))) {
            return Refusals.invalid("member", "reimbursement.error.noMember");
        }
        return PgDecisions.guarded(() -> Attempt.of(database, work -> receive(work, records, country, intake)));
    }

    @Override
    public List<Outcome<Arrived>> receiveAll(CountryCode country, List<ClaimIntake> intakes) {
        if (!deciders.may(country)) {
            return intakes.stream().<Outcome<Arrived>>map(intake -> new Outcome.Denied<>(Refusals.MAY_NOT)).toList();
        }
        Optional<ClaimBulk> bulk = countries.require(country).claims().flatMap(ClaimRecords::bulk);
        return bulk.isPresent() ? new BulkIntake(database, country, bulk.get(), intake -> arrived(country, intake)).receive(intakes)
                : intakes.stream().map(intake -> arrived(country, intake)).toList();
    }

    private Outcome<Arrived> arrived(CountryCode country, ClaimIntake intake) {
        return switch (receive(country, intake)) {
            case Outcome.Done<Taken>(Taken taken) -> new Outcome.Done<>(new Arrived(taken.decided().claim(), taken.known()));
            case Outcome<Taken> refused -> Refusals.again(refused);
        };
    }

    private Outcome<Taken> receive(UnitOfWork work, ClaimRecords records, CountryCode country, ClaimIntake intake) {
        return switch (records.receive(work, intake)) {
            case Received.Refused(var problems) -> new Outcome.Invalid<>(problems);
            case Received.Known(String claim) -> new Outcome.Done<>(new Taken(true, known(work, records, ref(country, claim))));
            case Received.Written(String claim) ->
                    new Outcome.Done<>(new Taken(false, commands.settle(work, records, ref(country, claim))));
        };
    }

    /// A claim that is there may be anybody's: who may not see it is told that it is there, and no more.
    private static Decided known(UnitOfWork work, ClaimRecords records, FileRef claim) {
        Optional<ClaimFile> file = records.find(work, claim.reference());
        return new Decided(claim, 0, file.map(ClaimFile::state).orElse(ClaimState.RECEIVED),
                file.flatMap(ClaimFile::decision).map(decision -> decision.insurerPaid()).orElse(Money.ZERO), List.of(),
                Optional.empty());
    }

    private static FileRef ref(CountryCode country, String claim) {
        return new FileRef(country, FileKind.CLAIM, claim);
    }
}
