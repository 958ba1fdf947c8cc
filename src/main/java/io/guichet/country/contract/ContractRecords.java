package io.guichet.country.contract;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The contracts of one country: what they are, and how they are amended, in that country's own tables.
///
/// Everything is dated. What is asked "on a day" is what the contract said, or will say, that day.
public interface ContractRecords {

    /// What this insurer sells, or sold, on that day.
    List<Product> products(UnitOfWork work, LocalDate day);

    /// The contract, or empty when there is none that the signed-in role may see.
    Optional<ContractFile> find(UnitOfWork work, String contract, LocalDate day);

    /// What the contract's product guarantees on that day, in the order people read it.
    List<Guarantee> guarantees(UnitOfWork work, String contract, LocalDate day);

    /// The people covered on that day or later, by family, in the order of the head's name.
    ///
    /// @param typed beginnings of words of a name, in any order; blank for everybody
    /// @param after goes on behind this row's `place`; null for the first page
    Page<CoveredPerson> people(UnitOfWork work, String contract, LocalDate day, String typed, @Nullable String after,
                               int limit);

    /// Somebody of these members and their families whom this contract covers on a day on which it does not cover the head of
    /// the family; empty when there is nobody, and in a country that has no heads. Asked after every change of cover, also of
    /// one that is taken back: two changes that are right by themselves can leave a family without its head together.
    ///
    /// @param members whose cover changed
    default Optional<String> coveredWithoutHead(UnitOfWork work, String contract, Set<FileRef> members) {
        return Optional.empty();
    }

    /// What the contract costs a month on that day: net premium, taxes, shares, each with its reason; net and
    /// taxes first, then the total, then who bears it.
    List<PremiumLine> premium(UnitOfWork work, String contract, LocalDate day);

    /// The changes that this country's contracts know, in the order they are offered.
    List<AmendmentKind> amendments();

    /// What can be entered on that day where a change of this contract asks for a code: by the field's key, in the order
    /// people choose from. A field that is not there is typed.
    default Map<String, List<Offer>> offers(UnitOfWork work, String contract, LocalDate day) {
        return Map.of();
    }

    /// Checks and carries out one change, in the transaction of `work`, which the caller may roll back: a preview is an
    /// application that is undone. Nothing was written when problems are returned.
    ///
    /// The caller has begun the application in the database (`contract.begin`): rows are journalled by triggers and need
    /// no undo here.
    AmendmentResult apply(UnitOfWork work, AmendmentOrder order);

    /// What a person compares before and after a change: dated facts of the contract and of these members, as of the
    /// order's effective day. The same facts in the same order, whatever their values.
    List<Fact> facts(UnitOfWork work, AmendmentOrder order, Set<FileRef> members);

    /// Claims of these members for care had from that day on: keys, days and states only, no health data.
    List<TouchedClaim> touchedClaims(UnitOfWork work, Set<FileRef> members, LocalDate from);

    /// Whether a change of that kind may decide claims otherwise. What moves premiums alone (how a contribution is
    /// composed, who pays it) does not. Changes that touched no row saying who is covered, and by what, never do.
    default boolean movesClaims(String kind) {
        return true;
    }

    /// The members of this country with that national id, or with that name and birth date: who a newcomer may already be.
    List<PossibleDuplicate> duplicates(UnitOfWork work, AmendmentOrder order);
}
