package io.guichet.country.es.adjudication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A *carencia*: months since entry in which a kind of act is not paid. Emergencies have none.
///
/// @param act      kind of act
/// @param months   since the first day covered
/// @param waivable waived for people who come from another insurer; childbirth never is
public record WaitingPeriod(String act, int months, boolean waivable) {

    /// Those of a column that lists them: `PARTO 8 false,CIRUGIA 6 true`.
    public static List<WaitingPeriod> listed(@Nullable String column) {
        return column == null ? List.of() : Arrays.stream(column.split(",")).map(each -> each.split(" "))
                .map(part -> new WaitingPeriod(part[0], Integer.parseInt(part[1]), Boolean.parseBoolean(part[2]))).toList();
    }

    /// The last day of waiting, or empty when there is nothing to wait for.
    ///
    /// @param entry      first day covered
    /// @param recognised whether the person came from another insurer, and that was recognised here
    public Optional<LocalDate> last(LocalDate entry, boolean recognised) {
        return waivable && recognised ? Optional.empty() : Optional.of(entry.plusMonths(months).minusDays(1));
    }
}
