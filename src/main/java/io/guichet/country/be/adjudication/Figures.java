package io.guichet.country.be.adjudication;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.be.adjudication.CareLine.Origin;
import io.guichet.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Honorarium and intervention of a line to simulate: as it says them, else as the nomenclature does. Cents.
///
/// @param act null for a code of the nomenclature that is not in `figures.txt`: its figures come with the line
record Figures(@Nullable Prestatie act, long honorarium, long intervention, Origin origin) {

    private static final int NOMENCLATURE = 6;

    static Figures read(ClaimInput line, String code, LocalDate day) throws InputRefused {
        Status status = Status.of(line.flag("bim", false), line.flag("gmd", false));
        Optional<Money> honorarium = line.amountIf("honorarium");
        Optional<Money> intervention = line.amountIf("intervention");
        Nomenclature published = Nomenclature.published();
        Prestatie act = published.act(code).orElse(null);
        boolean complete = honorarium.isPresent() && intervention.isPresent();
        if (act == null && !(complete && isNomenclature(code))) {
            throw line.refused("code", "be.input.unknownAct", code);
        }
        Tariff tariff = published.tariff(code, day).orElse(null);
        if (tariff == null && !complete) {
            throw noTariff(line, code, day, honorarium.isPresent());
        }
        long fee = honorarium.isPresent() ? honorarium.get().minor() : tariff == null ? 0 : tariff.honorarium();
        if (intervention.isPresent()) {
            if (intervention.get().minor() > fee) {
                throw line.refused("intervention", "be.input.interventionAbove", Money.euros(fee));
            }
            return new Figures(act, fee, intervention.get().minor(), new Origin(status, true, ""));
        }
        long paid = tariff == null ? 0 : Math.min(fee, tariff.intervention(status));
        return new Figures(act, fee, paid, new Origin(tariff == null ? status : tariff.published(status), false,
                tariff == null ? "" : tariff.source()));
    }

    private static InputRefused noTariff(ClaimInput line, String code, LocalDate day, boolean honorarium) {
        if (honorarium) {
            return line.refused("intervention", "be.input.noTariff", code, day);
        }
        return line.refused(Nomenclature.published().tariffs(code).isEmpty() ? "honorarium" : "careDate", "be.input.noTariff", code, day);
    }

    private static boolean isNomenclature(String code) {
        return code.length() == NOMENCLATURE && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
