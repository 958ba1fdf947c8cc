package io.guichet.country.fr.adjudication;

import io.guichet.country.fr.adjudication.Plan.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The pairs of glasses of a claim: what was had on one day is one pair, whatever the lines it is charged with.
final class Glasses {

    private static final Series[] CLASS_B = {Figures.published().parameter("OPTIQUE_B_SIMPLE"),
            Figures.published().parameter("OPTIQUE_B_COMPLEXE"), Figures.published().parameter("OPTIQUE_B_TRES_COMPLEXE")};
    private static final String[] GUARANTEES = {"OPTIQUE_SIMPLE", "OPTIQUE_COMPLEXE", "OPTIQUE_TRES_COMPLEXE"};

    private final List<LineWork> works;
    private final Plan plan;
    private final List<Pair> pairs = new ArrayList<>(1);

    Glasses(List<LineWork> works, Plan plan) {
        this.works = works;
        this.plan = plan;
    }

    /// Frame and lenses of one day.
    static final class Pair {
        private final LocalDate day;
        private final String guarantee;
        private final Figure source;
        private long left;
        private long granted;
        private boolean counted;

        private Pair(LocalDate day, int lensClass, Figure source, long left, long granted) {
            this.day = day;
            this.guarantee = GUARANTEES[Math.max(lensClass, 1) - 1];
            this.source = source;
            this.left = left;
            this.granted = granted;
        }

        /// The guarantee of its lenses.
        String guarantee() {
            return guarantee;
        }

        /// Where the limit of a contrat responsable was published.
        Figure source() {
            return source;
        }

        /// What a contrat responsable may still pay for class B, the public part of the whole pair taken off, cents;
        /// −1 when no lens says how much.
        long left() {
            return left;
        }

        /// What a guarantee by the pair still grants, the public part of the whole pair taken off, cents; −1 without one.
        long granted() {
            return granted;
        }

        boolean counted() {
            return counted;
        }

        void count() {
            counted = true;
        }

        void take(LineWork work, boolean fromGuarantee) {
            if (work.line.act().classB() && left >= 0) {
                left = Math.max(0, left - work.due);
            }
            if (fromGuarantee) {
                granted = Math.max(0, granted - work.due);
            }
        }
    }

    Pair pair(LocalDate day) {
        for (Pair pair : pairs) {
            if (pair.day.equals(day)) {
                return pair;
            }
        }
        Pair pair = read(day);
        pairs.add(pair);
        return pair;
    }

    // Two lenses of different classes share the mean of their limits, as the decree has it: 420, 560, 610, 700, 750, 800.
    private Pair read(LocalDate day) {
        long publicPart = 0;
        long publicOfB = 0;
        long limits = 0;
        int lenses = 0;
        int highest = 0;
        Figure source = Told.NO_FIGURE;
        for (LineWork work : works) {
            CareLine line = work.line;
            if (line.act().opticalClass().isEmpty() || !line.first().equals(day)) {
                continue;
            }
            publicPart += line.act().classB() || !plan.responsible() ? work.gross : 0;
            publicOfB += line.act().classB() ? work.gross : 0;
            int lensClass = line.act().lensClass();
            if (lensClass > 0) {
                Figure limit = Objects.requireNonNull(CLASS_B[lensClass - 1].at(day));
                limits += limit.value() * line.quantity();
                lenses += line.quantity();
                source = lensClass > highest ? limit : source;
                highest = Math.max(highest, lensClass);
            }
        }
        long left = lenses == 0 ? -1 : Math.max(0, limits / lenses - publicOfB);
        Level level = plan.level(GUARANTEES[Math.max(highest, 1) - 1]);
        long granted = level.pair() ? Math.max(0, level.guarantee().amount() - publicPart) : -1;
        return new Pair(day, highest, source, left, granted);
    }
}
