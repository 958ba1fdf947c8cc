package io.guichet.country.es;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sample person on a policy, and what they used of their limits so far.
final class EsSampleInsured {

    final UUID id;
    final LocalDate birth;
    final boolean female;
    final LocalDate from;
    final LocalDate last;
    final @Nullable LocalDate seniority;
    final EsSamplePolicy policy;
    final String accountEnd;
    private final Map<Integer, Long> used = new HashMap<>(4);

    /// @param last       last day on which anything can have happened
    /// @param accountEnd last four characters of the account
    EsSampleInsured(UUID id, LocalDate birth, boolean female, LocalDate from, LocalDate last, @Nullable LocalDate seniority,
                    EsSamplePolicy policy, String accountEnd) {
        this.id = id;
        this.birth = birth;
        this.female = female;
        this.from = from;
        this.last = last;
        this.seniority = seniority;
        this.policy = policy;
        this.accountEnd = accountEnd;
    }

    /// What was given back in that year, in cents.
    ///
    /// @param act place of the kind of act, or −1 for all
    long used(int year, int act) {
        return used.getOrDefault(year * 16 + act + 1, 0L);
    }

    /// So much more was given back.
    void use(int year, int act, long cents) {
        used.merge(year * 16 + act + 1, cents, Long::sum);
        used.merge(year * 16, cents, Long::sum);
    }

    /// Whether childbirth can be.
    boolean mayGiveBirth(LocalDate day) {
        int age = day.getYear() - birth.getYear();
        return female && age >= 18 && age <= 45;
    }
}
