package io.guichet.country.es.adjudication;

import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The form in which a product is taken, with all its dated terms. Immutable.
public final class Modality {

    /// How acts are paid.
    public enum Kind {
        /// The medical network only (*cuadro médico*).
        NETWORK,
        /// The medical network, with copays.
        COPAY,
        /// Invoices of providers outside the network (*reembolso*).
        REIMBURSEMENT,
        /// Both.
        MIXED;

        /// Whether it pays providers of the network.
        public boolean usesNetwork() {
            return this != REIMBURSEMENT;
        }

        /// Whether it gives invoices of others back.
        public boolean givesBack() {
            return this == REIMBURSEMENT || this == MIXED;
        }
    }

    private final String code;
    private final String name;
    private final Kind kind;
    /// First days of the periods between which nothing changes, and the terms of each, by act.
    private final long[] since;
    private final Terms[][] terms;

    private Modality(Rows rows) {
        this.code = rows.code;
        this.name = rows.name;
        this.kind = rows.kind;
        TreeSet<LocalDate> days = new TreeSet<>();
        rows.all().forEach(period -> {
            days.add(period.from());
            if (period.to() != null) {
                days.add(period.to().plusDays(1));
            }
        });
        this.since = days.stream().mapToLong(LocalDate::toEpochDay).toArray();
        this.terms = new Terms[days.size() + 1][];
        Terms nothing = new Terms(false, false, null, null, 0, List.of(), Terms.NO_LIMIT, rows.code);
        terms[0] = new Terms[MedicalAct.values().length];
        Arrays.fill(terms[0], nothing);
        int place = 1;
        for (LocalDate day : days) {
            terms[place++] = Arrays.stream(MedicalAct.values()).map(act -> rows.terms(act, day)).toArray(Terms[]::new);
        }
    }

    /// What the trade calls it by in files.
    public String code() {
        return code;
    }

    /// Commercial name.
    public String name() {
        return name;
    }

    /// How acts are paid.
    public Kind kind() {
        return kind;
    }

    /// What it says of an act on a day.
    public Terms terms(MedicalAct act, LocalDate day) {
        long epoch = day.toEpochDay();
        int place = since.length;
        while (place > 0 && since[place - 1] > epoch) {
            place--;
        }
        return terms[place][act.ordinal()];
    }

    /// Gathers the rows of a modality. A row for no act stands for all acts that have none of their own.
    public static final class Rows {

        private final String code;
        private final String name;
        private final Kind kind;
        private final List<Row<Boolean>> covered = new ArrayList<>();
        private final List<Row<WaitingPeriod>> waiting = new ArrayList<>();
        private final List<Row<Tier>> tiers = new ArrayList<>();
        private final List<Row<Long>> copayLimits = new ArrayList<>();
        private final List<Row<Share>> shares = new ArrayList<>();
        private final List<Row<Long>> capitals = new ArrayList<>();

        public Rows(String code, String name, Kind kind) {
            this.code = code;
            this.name = name;
            this.kind = kind;
        }

        private record Row<T>(@Nullable MedicalAct act, T value, Period period) {
        }

        /// Pays for such acts.
        public void covers(MedicalAct act, boolean authorised, Period period) {
            covered.add(new Row<>(act, authorised, period));
        }

        /// Does not pay for such acts in the first months.
        public void waits(MedicalAct act, int months, boolean waivable, Period period) {
            waiting.add(new Row<>(act, new WaitingPeriod(act.name(), months, waivable), period));
        }

        /// Asks a copay for some services of the year.
        public void copay(@Nullable MedicalAct act, Tier tier, Period period) {
            tiers.add(new Row<>(act, tier, period));
        }

        /// Asks no more copays than that in a year.
        public void copayLimit(long cents, Period period) {
            copayLimits.add(new Row<>(null, cents, period));
        }

        /// Gives a share of invoices back.
        public void gives(@Nullable MedicalAct act, Share share, Period period) {
            shares.add(new Row<>(act, share, period));
        }

        /// Gives no more back than that in a year.
        public void capital(long cents, Period period) {
            capitals.add(new Row<>(null, cents, period));
        }

        /// The modality that these rows make.
        public Modality build() {
            return new Modality(this);
        }

        private List<Period> all() {
            List<Period> all = new ArrayList<>();
            for (List<? extends Row<?>> rows : List.of(covered, waiting, tiers, copayLimits, shares, capitals)) {
                rows.forEach(row -> all.add(row.period()));
            }
            return all;
        }

        private Terms terms(MedicalAct act, LocalDate day) {
            List<Row<Boolean>> pays = holding(covered, act, day);
            List<Row<Long>> capital = holding(capitals, act, day);
            List<Row<Long>> limit = holding(copayLimits, act, day);
            List<Row<Tier>> asked = holding(tiers, act, day);
            LocalDate latest = all().stream().map(Period::from).filter(from -> !from.isAfter(day)).max(Comparator.naturalOrder())
                    .orElse(day);
            return new Terms(!pays.isEmpty(), pays.stream().anyMatch(Row::value), first(holding(waiting, act, day)),
                    first(holding(shares, act, day)), capital.isEmpty() ? Terms.NO_LIMIT : capital.getFirst().value(),
                    asked.stream().map(Row::value).sorted(Comparator.comparingInt(Tier::from)).toList(),
                    limit.isEmpty() ? Terms.NO_LIMIT : limit.getFirst().value(),
                    latest.equals(Period.ALWAYS.from()) ? code : code + " " + latest);
        }

        /// Rows of the act, or those of no act when it has none.
        private static <T> List<Row<T>> holding(List<Row<T>> rows, MedicalAct act, LocalDate day) {
            Predicate<Row<T>> holds = row -> row.period().holds(day);
            List<Row<T>> own = rows.stream().filter(holds).filter(row -> row.act() == act).toList();
            return own.isEmpty() ? rows.stream().filter(holds).filter(row -> row.act() == null).toList() : own;
        }

        private static <T> @Nullable T first(List<Row<T>> rows) {
            return rows.isEmpty() ? null : rows.getFirst().value();
        }
    }
}
