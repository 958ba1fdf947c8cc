package io.guichet.country.es;

import io.guichet.country.es.EsPeople.Family;
import io.guichet.country.es.EsPeople.Policy;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Sample policyholders, policies and requests of Spain: three families in ten insure themselves, the others through a
/// company that takes families until it is full.
final class EsCover {

    private static final LocalDate OLDEST = LocalDate.of(2013, 1, 1);
    private static final LocalDate EXPIRY = LocalDate.of(Household.TODAY.getYear(), 12, 31);
    private static final int NIFS = 9_000_000;

    private final CopyTable holders = new CopyTable("es.tomador",
            "id, tipo, nif, nombre, ccc, plantilla, codigo_postal, municipio, provincia");
    private final CopyTable policies = new CopyTable("es.poliza",
            "id, numero, tomador, efecto, vencimiento, forma_pago, aportacion");
    private final CopyTable forms = new CopyTable("es.poliza_modalidad", "id, poliza, modalidad, desde");
    private final CopyTable claims = new CopyTable("es.solicitud_reembolso",
            "id, numero, asegurado, recibida, primer_dia, territorio, moneda, estado, pagada, motivo_denegacion");

    private final Draw draw;
    private final CompanySizes sizes;
    private final SampleWords words;
    private final Scatter nifs = new Scatter(NIFS);
    private final EsKeys holderKeys;
    private final EsKeys policyKeys;
    private final EsKeys claimKeys;
    private long policyCount;
    private long holderCount;
    private long claimCount;
    private int vacancies;
    private Policy policy;

    EsCover(Draw draw, CompanySizes sizes, SampleWords words, long policyCount, long holderCount, long claimCount) {
        this.draw = draw;
        this.sizes = sizes;
        this.words = words;
        this.holderKeys = new EsKeys(draw, holderCount);
        this.policyKeys = new EsKeys(draw, policyCount);
        this.claimKeys = new EsKeys(draw, claimCount);
        this.policyCount = policyCount;
        this.holderCount = holderCount;
        this.claimCount = claimCount;
        this.policy = companyPolicy();
    }

    CopyTable holders() {
        return holders;
    }

    CopyTable policies() {
        return policies;
    }

    CopyTable claims() {
        return claims;
    }

    /// The policy that insures this family.
    Policy policyFor(Family family) {
        if (draw.percent(30)) {
            UUID holder = holderKeys.next();
            holderCount++;
            holders.row(holder, "PARTICULAR", family.document(), family.holderName(), null, null, family.city()[1],
                    family.city()[0], family.city()[1].substring(0, 2));
            return policy(holder);
        }
        if (vacancies == 0) {
            policy = companyPolicy();
        }
        vacancies--;
        return policy;
    }

    /// Hands in requests of these people.
    void addClaims(List<UUID> people, int count) {
        for (int i = 0; i < count; i++) {
            int age = Math.min(draw.between(0, 700), draw.between(0, 1400));
            LocalDate received = Household.TODAY.minusDays(age);
            String state = age < 4 ? "RECIBIDA" : age < 15 ? draw.any(List.of("RECIBIDA", "EN_TRAMITE", "LIQUIDADA"))
                    : draw.percent(94) ? "PAGADA" : "DENEGADA";
            boolean abroad = draw.percent(4);
            claims.row(claimKeys.next(), "R%04d%08d".formatted(received.getYear(), ++claimCount), draw.any(people), received, received,
                    abroad ? "EXTRANJERO" : "ES", abroad ? draw.any(List.of("EUR", "EUR", "GBP", "USD", "CHF")) : "EUR", state,
                    state.equals("PAGADA") ? received.plusDays(9) : null, state.equals("DENEGADA") ? "OTRO" : null);
        }
    }

    private Policy companyPolicy() {
        UUID holder = holderKeys.next();
        int size = sizes.next();
        String[] city = draw.early(words.list("city")).split("\\|");
        String form = draw.early(words.list("form"));
        char kind = form.equals("S.A.") ? 'A' : form.equals("S.Coop.") ? 'F' : 'B';
        String nif = Nif.complete(kind, "%07d".formatted(1_000_000 + nifs.at(holderCount++)));
        holders.row(holder, "EMPRESA", nif, draw.any(words.list("trade")) + " " + draw.any(words.list("surname")) + " " + form,
                ccc(city[1].substring(0, 2) + draw.digits(7)), size, city[1], city[0], city[1].substring(0, 2));
        vacancies = size;
        return policy(holder);
    }

    private static String ccc(String nine) {
        return nine + "%02d".formatted(Long.parseLong(nine) % 97);
    }

    CopyTable forms() {
        return forms;
    }

    private Policy policy(UUID holder) {
        UUID id = policyKeys.next();
        LocalDate start = draw.day(OLDEST, LocalDate.of(2026, 6, 30)).withDayOfMonth(1);
        policies.row(id, "S%09d".formatted(++policyCount), holder, start, EXPIRY,
                draw.any(List.of("MENSUAL", "MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL")), 0);
        forms.row(id, id, EsCatalogue.key("FAMILIA-COPAGO"), start);
        return new Policy(id, start);
    }
}
