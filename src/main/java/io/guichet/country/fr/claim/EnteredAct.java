package io.guichet.country.fr.claim;

import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.adjudication.Basket;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.CareLine;
import io.guichet.country.fr.adjudication.Sector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One act as it was entered: a row of `acte` without what was decided. Amounts in cents.
///
/// @param code      of the act, known to the rules or not
/// @param last      last day of a stay; the first day for care of one day
/// @param charged   0 or more
/// @param provider  RPPS or FINESS; null when unknown
/// @param sector    null where there is none
/// @param inPathway null where there is none
/// @param basket    null where there is none
/// @param base      BRSS that came with it; −1 without
/// @param rate      of the public insurance that came with it, a fraction; null without
/// @param publicPaid what the public insurance said it paid; −1 without
record EnteredAct(String code, LocalDate day, LocalDate last, int quantity, long charged, @Nullable String provider,
                  @Nullable Sector sector, @Nullable Boolean inPathway, @Nullable Basket basket, long base, @Nullable BigDecimal rate,
                  long publicPaid) {

    /// What the rules take.
    ///
    /// @param act      what `code` stands for
    /// @param flatPaid flat contributions of the year before it
    CareLine line(CareAct act, long flatPaid) {
        Sector under = sector != null ? sector : act.doctor() ? Sector.SECTOR_1 : Sector.NONE;
        return new CareLine(act, day, last, quantity, charged, base, rate, under, inPathway == null || inPathway, basket, flatPaid,
                publicPaid);
    }

    /// As the form shows it.
    FieldValues values() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(ClaimFields.ACT, code);
        values.put(ClaimFields.DAY, day.toString());
        values.put(ClaimFields.LAST_DAY, last.equals(day) ? null : last.toString());
        values.put(ClaimFields.CHARGED, euros(charged));
        values.put(ClaimFields.QUANTITY, quantity == 1 ? null : Integer.toString(quantity));
        values.put(ClaimFields.PROVIDER, provider);
        values.put(ClaimFields.SECTOR, sector == null ? null : sector.name());
        values.put(ClaimFields.PATHWAY, inPathway == null ? null : inPathway.toString());
        values.put(ClaimFields.BASKET, basket == null ? null : basket.name());
        values.put(ClaimFields.BASE, euros(base));
        values.put(ClaimFields.RATE, rate == null ? null : rate.stripTrailingZeros().toPlainString());
        values.put(ClaimFields.PUBLIC_PAID, euros(publicPaid));
        return FieldValues.of(values);
    }

    private static @Nullable String euros(long cents) {
        return cents < 0 ? null : BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /// Optical class, as `acte.classe_optique` has it.
    @Nullable String opticalClass() {
        CareAct act = CareAct.of(code);
        return act == null || act.opticalClass().isEmpty() ? null : act.opticalClass();
    }
}
