package io.guichet.reimbursement;

import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run does, or did.
///
/// @param run  its key; empty for a rehearsal
/// @param rows one for each claim that it came to, in the order they were carried out
/// @param left how many claims it has not come to, because something stopped it
public record RunReport(Optional<Long> run, List<Row> rows, int left) {

    /// What became of a claim. Does not print whose it is.
    ///
    /// @param claim      which
    /// @param number     what people call it; its key when it is not known
    /// @param memberName what the member is called; empty when it is not known
    /// @param result     what became of it
    /// @param why        why it was refused; empty when it was not
    /// @param before     what we paid or were to pay
    /// @param after      what we pay then
    /// @param difference to what was paid before: to be paid, or negative to be recovered; empty when nothing was paid
    /// @param reasons    why it had not been decided by itself, as the queue knew it before
    public record Row(FileRef claim, String number, String memberName, Result result, Optional<UserMessage> why, Money before,
                      Money after, Optional<Money> difference, List<Finding.Code> reasons) {
        public Row {
            Objects.requireNonNull(claim);
            Objects.requireNonNull(number);
            Objects.requireNonNull(memberName);
            Objects.requireNonNull(result);
            Objects.requireNonNull(why);
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
            Objects.requireNonNull(difference);
            reasons = List.copyOf(reasons);
        }

        /// By how much what we pay changes.
        public Money change() {
            return after.minus(before);
        }

        @Override
        public String toString() {
            return claim + " " + result + why.map(sentence -> " " + sentence.key()).orElse("") + " " + before + " " + after;
        }
    }

    /// What became of a claim. The label is `reimbursement.result.<NAME>`.
    public enum Result {
        DONE,
        /// Deciding again comes to the same: nothing was written.
        UNCHANGED,
        /// Nothing was written.
        REFUSED
    }

    public RunReport {
        Objects.requireNonNull(run);
        rows = List.copyOf(rows);
    }

    /// How many claims came to that.
    public long count(Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }

    /// What we pay for all of them before.
    public Money before() {
        return rows.stream().map(Row::before).reduce(Money.ZERO, Money::plus);
    }

    /// What we pay for all of them then.
    public Money after() {
        return rows.stream().map(Row::after).reduce(Money.ZERO, Money::plus);
    }

    /// Differences to what was paid that are to be paid.
    public Money toPay() {
        return rows.stream().flatMap(row -> row.difference().stream()).filter(each -> each.minor() > 0)
                .reduce(Money.ZERO, Money::plus);
    }

    /// Differences to what was paid that are to be recovered, not negative.
    public Money toRecover() {
        return rows.stream().flatMap(row -> row.difference().stream()).filter(each -> each.minor() < 0)
                .reduce(Money.ZERO, Money::minus);
    }

    /// Why claims were refused, and how many for each reason, the most frequent first.
    public Map<UserMessage, Long> refusals() {
        Map<UserMessage, Long> counted = new LinkedHashMap<>();
        rows.forEach(row -> row.why().ifPresent(why -> counted.merge(why, 1L, Long::sum)));
        Map<UserMessage, Long> sorted = new LinkedHashMap<>();
        counted.entrySet().stream().sorted(Map.Entry.<UserMessage, Long>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /// The same for the claims of each country.
    public SortedMap<CountryCode, RunReport> byCountry() {
        SortedMap<CountryCode, RunReport> parts = new TreeMap<>();
        rows.stream().map(row -> row.claim().country()).distinct().forEach(country -> parts.put(country,
                new RunReport(run, rows.stream().filter(row -> row.claim().country().equals(country)).toList(), 0)));
        return parts;
    }
}
