package io.guichet.contract;

import io.guichet.country.contract.Fact;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an amendment would do.
///
/// @param problems     why it cannot be applied, at its field; the rest is empty then
/// @param facts        what is compared, before and after
/// @param premiumBefore a month, taxes included, on its day
/// @param premiumAfter  a month, taxes included, on its day
/// @param openClaims   undecided claims that it touches: they will be decided by what it says
/// @param wrongClaims  decided claims that it makes wrong: queued to be adjudicated again
/// @param wrongPremiums premiums already due that it makes wrong: queued to be corrected
/// @param missing      codes of documents that must be attached first
public record AmendmentPreview(List<FieldProblem> problems, List<Change> facts, Money premiumBefore,
                               Money premiumAfter, List<TouchedClaim> openClaims, List<TouchedClaim> wrongClaims,
                               List<PremiumCorrection> wrongPremiums, List<String> missing) {

    /// A fact before and after; null when it is not there.
    public record Change(@Nullable Fact before, @Nullable Fact after) {

        /// Whether the amendment makes a difference to it.
        public boolean differs() {
            return before == null || after == null || !Objects.equals(before.value(), after.value());
        }
    }

    public AmendmentPreview {
        problems = List.copyOf(problems);
        facts = List.copyOf(facts);
        Objects.requireNonNull(premiumBefore);
        Objects.requireNonNull(premiumAfter);
        openClaims = List.copyOf(openClaims);
        wrongClaims = List.copyOf(wrongClaims);
        wrongPremiums = List.copyOf(wrongPremiums);
        missing = List.copyOf(missing);
    }
}
