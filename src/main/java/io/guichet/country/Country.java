package io.guichet.country;

import io.guichet.country.adjudication.Adjudication;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers for everything that differs between countries. Implementations are found by `ServiceLoader`
/// (annotate with `@AutoService(Country.class)`), have a public constructor without arguments and hold no state.
public interface Country {

    CountryCode code();

    /// Languages members are written to, the usual one first.
    List<Locale> languages();

    /// The identifiers that this country knows, named `xx.…`.
    List<IdentifierKind> identifiers();

    /// Whether the national part of an IBAN of this country (all after the four first characters) carries the right
    /// national key. The length and the international key were checked before.
    boolean accountKeyHolds(String bban);

    /// Hibernate entities below this country's package.
    List<Class<?>> entities();

    MemberRecords members();

    /// A company, contract or claim, or empty when there is none that the signed-in role may see.
    Optional<Card> card(UnitOfWork work, FileKind kind, String reference);

    /// What covers a member and what they claimed, or empty while the country keeps no cover here.
    default Optional<MemberCover> cover() {
        return Optional.empty();
    }

    /// The contracts and how they are amended, or empty while the country keeps none here.
    default Optional<ContractRecords> contracts() {
        return Optional.empty();
    }

    /// The rules of reimbursement, or empty while the country has none here.
    default Optional<Adjudication> adjudication() {
        return Optional.empty();
    }

    /// The claims and how they are decided, or empty while the country keeps none here.
    default Optional<ClaimRecords> claims() {
        return Optional.empty();
    }

    /// What letters and papers carry here, or empty while the country writes none.
    default Optional<CountryPapers> papers() {
        return Optional.empty();
    }

    /// Writes sample members for demonstrations, tests and benchmarks.
    SamplePopulation sample();
}
