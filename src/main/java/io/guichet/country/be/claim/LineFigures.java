package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.CareLine;
import io.guichet.country.be.adjudication.Rubriek;
import io.guichet.country.be.adjudication.Status;
import io.guichet.country.be.table.Rows;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the nomenclature says of an act on a day, for a person. Cents, of one act.
///
/// @param kind         kind of act
/// @param preventive   prevents rather than cures
/// @param honorarium   null when the act has no tariff that day
/// @param intervention null when it has none
record LineFigures(Rubriek kind, boolean preventive, @Nullable Long honorarium, @Nullable Long intervention, CareLine.Origin published) {

    /// The amounts of a line, in cents for all times together.
    ///
    /// @param base       of the honorarium, what was charged
    /// @param mutuality  what the mutuality pays
    /// @param supplement what was charged on top of the honorarium, the room aside
    record Amounts(long base, long mutuality, long supplement) {

        long remgeld() {
            return base - mutuality;
        }

        /// @param rest what was charged, the room aside
        static Amounts of(long rest, long honorarium, long intervention) {
            long base = Math.min(rest, honorarium);
            return new Amounts(base, Math.min(base, intervention), rest - base);
        }
    }

    private static final String FIGURES = """
            SELECT p.rubriek, p.preventief, n.begin, (n.honorarium * 100)::bigint AS honorarium,
                   (be.tegemoetkoming(p.code, ?::date, s.bim, s.gmd) * 100)::bigint AS tegemoetkoming, s.bim, s.gmd
            FROM be.prestatie p
            CROSS JOIN (SELECT coalesce(bool_or(m.bim), false) AS bim, coalesce(bool_or(m.gmd), false) AS gmd
                        FROM be.mutualiteit_aansluiting m WHERE m.verzekerde = ?) s
            LEFT JOIN be.nomenclatuur n ON n.code = p.code AND n.begin <= ?::date AND (n.einde IS NULL OR n.einde >= ?::date)
            WHERE p.code = ?
            """;

    /// Empty when nobody knows the act.
    static Optional<LineFigures> find(UnitOfWork work, String member, String code, LocalDate day) {
        return Rows.first(work, FIGURES, row -> new LineFigures(Rubriek.valueOf(row.getString("rubriek")), row.getBoolean("preventief"),
                row.getObject("honorarium", Long.class), row.getObject("tegemoetkoming", Long.class),
                new CareLine.Origin(Status.of(row.getBoolean("bim"), row.getBoolean("gmd")), false,
                        "RIZIV/INAMI " + code + " " + row.getString("begin"))), day, member, day, day, code);
    }

    /// What they make of a line whose invoice brings no figures, or some; empty when both are needed.
    Optional<Amounts> amounts(long rest, int times, @Nullable Long given, @Nullable Long paid) {
        if (given == null && honorarium == null || paid == null && intervention == null) {
            return Optional.empty();
        }
        long fee = given != null ? given : honorarium * times;
        return Optional.of(Amounts.of(rest, fee, paid != null ? paid : intervention * times));
    }
}
