package io.guichet.contract;

import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import java.time.Month;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which contracts a list shows; what is empty or null restricts nothing.
///
/// @param text          begins words of the holder's name, or begins the contract's or company's number
/// @param countries     of these countries
/// @param products      of these product codes
/// @param states        that stand so today
/// @param renewals      renewed in these months
/// @param fewest        of companies with at least so many employees
/// @param most          of companies with at most so many employees
/// @param companiesOnly no contracts that people have taken out for themselves
public record ContractFilter(String text, Set<CountryCode> countries, Set<String> products, Set<ContractState> states,
                             Set<Month> renewals, @Nullable Integer fewest, @Nullable Integer most,
                             boolean companiesOnly) {

    /// Every contract.
    public static final ContractFilter ALL =
            new ContractFilter("", Set.of(), Set.of(), Set.of(), Set.of(), null, null, false);

    public ContractFilter {
        Objects.requireNonNull(text);
        countries = Set.copyOf(countries);
        products = Set.copyOf(products);
        states = Set.copyOf(states);
        renewals = Set.copyOf(renewals);
    }

    /// The same with another text.
    public ContractFilter withText(String typed) {
        return new ContractFilter(typed, countries, products, states, renewals, fewest, most, companiesOnly);
    }
}
