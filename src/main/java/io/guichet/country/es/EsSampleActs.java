package io.guichet.country.es;

import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample acts in the network of the last two years, in their order: each has its place among the services of the year
/// and the copay of that place; ten sessions of physiotherapy are one service.
final class EsSampleActs {

    private static final int[] SHARE = {42, 34, 10, 0, 9, 2, 1, 2};
    private static final int PHYSIOTHERAPY = EsWords.ACTS.indexOf("FISIOTERAPIA");
    private static final int CHILDBIRTH = EsWords.ACTS.indexOf("PARTO");
    private static final int SESSIONS = 10;
    private static final int MOST = 40;

    private final CopyTable acts = new CopyTable("es.acto", "id, asegurado, clase, fecha, centro, servicio, copago, autorizacion");
    private final CopyTable authorisations = new CopyTable("es.autorizacion",
            "id, numero, asegurado, acto, centro, concedida, valida_hasta");
    private final Draw draw;
    private final List<String> centres;
    private final EsKeys keys;
    private final EsKeys authorisationKeys;
    private long authorisationCount;

    EsSampleActs(Draw draw, SampleWords words, EsSampleNumbers numbers) {
        this.draw = draw;
        this.centres = words.list("network");
        this.keys = new EsKeys(draw, numbers.acts());
        this.authorisationKeys = new EsKeys(draw, numbers.authorisations());
        this.authorisationCount = numbers.authorisations();
    }

    /// Authorisations before the acts that were had under them.
    List<CopyTable> tables() {
        return List.of(authorisations, acts);
    }

    /// What this person had.
    void add(EsSampleInsured person) {
        int thisYear = Household.TODAY.getYear();
        addYear(person, thisYear - 1);
        addYear(person, thisYear);
        if (person.last.equals(Household.TODAY) && draw.percent(2)) {
            int act = draw.percent(50) ? EsWords.ACTS.indexOf("PRUEBA_COMPLEJA") : EsWords.ACTS.indexOf("CIRUGIA");
            EsSampleTerms terms = person.policy.on(Household.TODAY);
            if (terms.network && terms.offers(act) && terms.authorises(act)) {
                authorise(person, act, Household.TODAY.minusDays(draw.between(0, 20)), 90, draw.any(centres));
            }
        }
    }

    private void addYear(EsSampleInsured person, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate from = person.from.isAfter(first) ? person.from : first;
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate to = person.last.isBefore(end) ? person.last : end;
        if (to.isBefore(from)) {
            return;
        }
        int begins = from.getDayOfYear();
        int room = to.getDayOfYear() - begins + 1;
        EsSampleTerms terms = person.policy.on(from);
        if (!terms.network) {
            return;
        }
        int single = draw.percent(38) ? 0 : draw.percent(85) ? draw.between(1, 3) : draw.between(4, 16);
        int sessions = terms.offers(PHYSIOTHERAPY) && draw.percent(3.5) && room > 60 ? draw.between(5, 14) : 0;
        int[] days = new int[Math.min(MOST, single + sessions)];
        for (int i = 0; i < days.length; i++) {
            int act = i < single ? act(person, from) : PHYSIOTHERAPY;
            // day and kind in one number: sorting brings the acts of a year into their order
            days[i] = (begins + draw.between(0, room - 1)) * SESSIONS + act;
        }
        Arrays.sort(days);
        write(person, terms, year, days);
    }

    private void write(EsSampleInsured person, EsSampleTerms terms, int year, int[] days) {
        int service = 0;
        int session = 0;
        long paid = 0;
        for (int each : days) {
            LocalDate day = LocalDate.ofYearDay(year, each / SESSIONS);
            int act = each % SESSIONS;
            if (!terms.offers(act) || terms.waits(act, person.from, person.seniority, day)) {
                act = 0;
            }
            boolean counts = act != PHYSIOTHERAPY || session++ % SESSIONS == 0;
            service += counts ? 1 : 0;
            long copay = counts ? terms.copay(act, service, day, paid) : 0;
            paid += copay;
            person.policy.addCopay(day, copay);
            String centre = draw.any(centres);
            UUID authorisation = terms.authorises(act) && draw.percent(95)
                    ? authorise(person, act, day.minusDays(draw.between(1, 25)), 60, centre) : null;
            acts.row(keys.next(), person.id, EsWords.ACTS.get(act), day, centre, counts ? service : null, EsText.euros(copay),
                    authorisation);
        }
    }

    private @Nullable UUID authorise(EsSampleInsured person, int act, LocalDate granted, int days, String centre) {
        UUID id = authorisationKeys.next();
        authorisations.row(id, EsText.serial('A', granted.getYear(), ++authorisationCount), person.id, EsWords.ACTS.get(act), centre,
                granted, granted.plusDays(days));
        return id;
    }

    private int act(EsSampleInsured person, LocalDate day) {
        int place = draw.between(0, 99);
        int act = 0;
        while (place >= SHARE[act]) {
            place -= SHARE[act++];
        }
        return act == CHILDBIRTH && !person.mayGiveBirth(day) ? 0 : act;
    }
}
