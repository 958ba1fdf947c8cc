package io.guichet.country.es;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Sample receipts: the first of the year, which bears the Consorcio's surcharge, and the last ones.
final class EsSampleReceipts {

    private static final int YEAR = Household.TODAY.getYear();
    private static final int KEPT = 3;

    private final CopyTable receipts = new CopyTable("es.recibo",
            "id, numero, poliza, mes, meses, neta, primero, neta_anual, tipo_ccs, ccs, copagos, total, estado, cobrado");
    private final Draw draw;
    private final EsKeys keys;
    private long count;

    EsSampleReceipts(Draw draw, long already) {
        this.draw = draw;
        this.keys = new EsKeys(draw, already);
        this.count = already;
    }

    CopyTable table() {
        return receipts;
    }

    /// The receipts of a policy whose people are all known.
    void write(EsSamplePolicy policy) {
        int begins = policy.start.getYear() == YEAR ? policy.start.getMonthValue() : 1;
        int step = switch (policy.payment) {
            case "MENSUAL" -> 1;
            case "TRIMESTRAL" -> 3;
            case "SEMESTRAL" -> 6;
            default -> 12;
        };
        int today = Household.TODAY.getMonthValue();
        int due = 0;
        for (int month = begins; month <= today; month++) {
            due += isDue(month, begins, step) ? 1 : 0;
        }
        int place = 0;
        for (int month = begins; month <= today; month++) {
            LocalDate first = LocalDate.of(YEAR, month, 1);
            if (!isDue(month, begins, step) || policy.end != null && policy.end.isBefore(first)) {
                continue;
            }
            if (place == 0 || place >= due - KEPT) {
                write(policy, first, month, until(month, step) - month, begins, place == 0);
            }
            place++;
        }
    }

    private static boolean isDue(int month, int begins, int step) {
        return month == begins || (month - 1) % step == 0;
    }

    /// The month after the last that a receipt of this month is for.
    private static int until(int month, int step) {
        return Math.min(13, month + step - (month - 1) % step);
    }

    private void write(EsSamplePolicy policy, LocalDate first, int month, int months, int begins, boolean isFirst) {
        int at = 12 + month - 1;
        long net = EsPremium.net(policy.premium[at], policy.insured[at], policy.payment, policy.terms.tariff());
        long yearly = net * (13 - begins);
        BigDecimal rate = policy.terms.tariff().ccs();
        long surcharge = isFirst ? rate.multiply(BigDecimal.valueOf(yearly)).setScale(0, RoundingMode.HALF_UP).longValueExact() : 0;
        long copays = 0;
        for (int back = 1; back <= months && at - back >= 0; back++) {
            copays += policy.copays[at - back];
        }
        if (net == 0 && copays == 0) {
            return;
        }
        boolean unpaid = policy.suspended != null && !first.isBefore(policy.suspended.minusMonths(2));
        boolean waits = first.equals(Household.TODAY.withDayOfMonth(1)) && draw.percent(25);
        String state = unpaid ? "DEVUELTO" : waits ? "EMITIDO" : "COBRADO";
        receipts.row(keys.next(), EsText.serial('P', YEAR, ++count), policy.id, first, months, EsText.euros(net * months), isFirst,
                EsText.euros(yearly), rate, EsText.euros(surcharge), EsText.euros(copays),
                EsText.euros(net * months + surcharge + copays), state, state.equals("COBRADO") ? first.plusDays(4) : null);
    }
}
