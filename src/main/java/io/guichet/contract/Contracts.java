package io.guichet.contract;

import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PremiumLine;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contracts in every country. Every call waits for the database: never on the JavaFX thread.
///
/// All calls throw `DatabaseFailure` when the database is gone or refuses.
public interface Contracts {

    /// A page of the list, filtered and sorted by the server.
    Page<ContractRow> page(ContractPageRequest request);

    /// The contracts of one company, newest first, at most 200; or those that cover one member today or will, and when none
    /// does, the one that ended last. None for another kind of file.
    List<ContractRow> of(FileRef holder);

    /// Products that can be filtered by: code and name, in the countries of the signed-in role.
    List<ProductChoice> products();

    /// The contract as of a day, or empty when there is none for this person.
    Optional<ContractFile> find(FileRef contract, LocalDate day);

    /// What it guarantees on that day.
    List<Guarantee> guarantees(FileRef contract, LocalDate day);

    /// Whom it covers on that day or later, those only whose names have words that begin as each one typed, in any order.
    ///
    /// @param after `place` of the last row of the page before, null for the first page
    Page<CoveredPerson> people(FileRef contract, LocalDate day, String typed, @Nullable String after, int limit);

    /// What it costs a month on that day.
    List<PremiumLine> premium(FileRef contract, LocalDate day);

    /// What can be entered on that day where an amendment of the contract asks for a code: by the field's key.
    Map<String, List<Offer>> offers(FileRef contract, LocalDate day);

    /// A product of a country.
    ///
    /// @param country who sells it
    /// @param code    as in `ContractRow.product`
    /// @param name    commercial name
    record ProductChoice(CountryCode country, String code, String name) {
    }
}
