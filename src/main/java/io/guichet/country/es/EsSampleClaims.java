package io.guichet.country.es;

import io.guichet.country.es.adjudication.FirstYear;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample reimbursement requests: invoices of providers outside the network, decided as their policy says.
final class EsSampleClaims {

    /// Kinds of act and prices in euros, in the order of `EsWords.ACTS`; the shares of a hundred add up to a hundred.
    private static final int[] SHARE = {34, 32, 6, 14, 9, 2, 1, 2};
    private static final int[] CHEAPEST = {40, 60, 80, 25, 120, 400, 900, 600};
    private static final int[] DEAREST = {90, 180, 240, 55, 900, 4_000, 5_500, 6_000};
    private static final int CHILDBIRTH = EsWords.ACTS.indexOf("PARTO");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "GBP", "USD", "CHF");

    private final CopyTable claims = new CopyTable("es.solicitud_reembolso", "id, numero, asegurado, recibida, primer_dia, "
            + "territorio, moneda, estado, numero_factura, proveedor, importe, importe_euros, reembolso, pagada, cuenta_final, motivo_denegacion");
    private final CopyTable lines = new CopyTable("es.factura_linea",
            "solicitud, orden, acto, concepto, fecha, importe, importe_euros, porcentaje, reembolso");
    private final Draw draw;
    private final List<List<String>> concepts;
    private final List<String> providers;
    private final List<String> abroad;
    private final EsKeys keys;
    private long count;

    EsSampleClaims(Draw draw, SampleWords words, long already) {
        this.draw = draw;
        this.concepts = EsWords.ACTS.stream().map(words::list).toList();
        this.providers = words.list("provider");
        this.abroad = words.list("abroad");
        this.keys = new EsKeys(draw, already);
        this.count = already;
    }

    /// Requests before their lines: the counters look for whose they are.
    List<CopyTable> tables() {
        return List.of(claims, lines);
    }

    /// A request of this person; of late rather than long ago.
    void add(EsSampleInsured person) {
        long covered = ChronoUnit.DAYS.between(person.from, person.last);
        long ago = Math.min(draw.between(0, 700), draw.between(0, 1_400));
        add(person, person.last.minusDays(covered == 0 ? 0 : ago % (covered + 1)));
    }

    /// A request for care that began on that day.
    void add(EsSampleInsured person, LocalDate day) {
        EsSampleTerms terms = person.policy.on(day);
        boolean outside = draw.percent(4);
        String currency = outside ? draw.any(CURRENCIES) : "EUR";
        int act = act(person, day);
        LocalDate received = day.plusDays(draw.between(0, 40));
        if (received.isAfter(Household.TODAY)) {
            received = Household.TODAY;
        }
        long age = ChronoUnit.DAYS.between(received, Household.TODAY);
        String state = state(age);
        String refusal = state.equals("DENEGADA") ? draw.percent(50) ? "OTRO" : "SIN_AUTORIZACION" : null;
        if (age >= 4 && refusal == null) {
            refusal = !terms.reimburses ? "CUADRO_MEDICO" : !terms.offers(act) ? "SIN_COBERTURA"
                    : terms.waits(act, person.from, person.seniority, day) ? "CARENCIA" : null;
        }
        boolean decided = refusal == null && (state.equals("PAGADA") || state.equals("LIQUIDADA"));
        write(person, terms, day, received, act, outside, currency, refusal == null ? state : "DENEGADA", refusal, decided);
    }

    private void write(EsSampleInsured person, EsSampleTerms terms, LocalDate day, LocalDate received, int act, boolean outside,
                       String currency, String state, @Nullable String refusal, boolean decided) {
        UUID id = keys.next();
        long serial = ++count;
        double rate = rate(currency);
        int many = draw.percent(65) ? 1 : draw.between(2, 4);
        long sum = 0;
        long euros = 0;
        long back = 0;
        for (int line = 1; line <= many; line++) {
            LocalDate on = line == 1 ? day : day.plusDays(Math.min((line - 1L) * 2, ChronoUnit.DAYS.between(day, received)));
            long amount = 100L * draw.between(CHEAPEST[act], DEAREST[act]) + (draw.percent(20) ? 50 : 0);
            long inEuros = Math.round(amount * rate);
            EsSampleTerms.Limit limit = terms.limit(act);
            long given = decided && limit != null ? give(person, terms, limit, act, on.getYear(), inEuros, outside) : 0;
            lines.row(id, line, EsWords.ACTS.get(act), draw.any(concepts.get(act)), on, EsText.euros(amount), EsText.euros(inEuros),
                    decided && limit != null ? outside ? limit.abroad() : limit.spain() : null, EsText.euros(given));
            sum += amount;
            euros += inEuros;
            back += given;
        }
        boolean paid = decided && state.equals("PAGADA");
        LocalDate payday = received.plusDays(draw.between(4, 12));
        claims.row(id, EsText.serial('R', received.getYear(), serial), person.id, received, day, outside ? "EXTRANJERO" : "ES",
                currency, state, "F" + day.getYear() + "/" + serial, outside ? draw.any(abroad) : draw.any(providers),
                EsText.euros(sum), EsText.euros(euros), EsText.euros(back),
                paid ? payday.isAfter(Household.TODAY) ? Household.TODAY : payday : null, paid ? person.accountEnd : null, refusal);
    }

    /// What a line gives back: its share, within the limits of act, year and capital.
    private static long give(EsSampleInsured person, EsSampleTerms terms, EsSampleTerms.Limit limit, int act, int year, long euros,
                             boolean outside) {
        long capital = FirstYear.capital(terms.capital, person.from, year) - person.used(year, -1);
        long yearly = limit.perYear() == Long.MAX_VALUE ? Long.MAX_VALUE : limit.perYear() - person.used(year, act);
        long given = Math.max(0, Math.min(Math.min(limit.share(euros, outside), limit.perAct()), Math.min(capital, yearly)));
        if (given > 0) {
            person.use(year, act, given);
        }
        return given;
    }

    private int act(EsSampleInsured person, LocalDate day) {
        int place = draw.between(0, 99);
        int act = 0;
        while (place >= SHARE[act]) {
            place -= SHARE[act++];
        }
        return act == CHILDBIRTH && !person.mayGiveBirth(day) ? 0 : act;
    }

    private String state(long age) {
        if (age < 4) {
            return "RECIBIDA";
        }
        if (age < 15) {
            int place = draw.between(0, 2);
            return place == 0 ? "RECIBIDA" : place == 1 ? "EN_TRAMITE" : "LIQUIDADA";
        }
        return draw.percent(95) ? "PAGADA" : "DENEGADA";
    }

    private static double rate(String currency) {
        return switch (currency) {
            case "GBP" -> 1.16;
            case "USD" -> 0.92;
            case "CHF" -> 1.05;
            default -> 1;
        };
    }
}
