package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.adjudication.CareLine;
import io.guichet.country.fr.adjudication.FrenchRules;
import io.guichet.country.fr.adjudication.Outcome;
import io.guichet.country.fr.adjudication.Sector;
import io.guichet.country.fr.adjudication.Used;
import io.guichet.country.sample.Draw;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a file *retour AMO* about care that sample members might have had: everyday care at its tariff, some of it dearer, some
/// invoices, and amounts of the public insurance that its rules make.
public final class SampleRetour {

    private static final int WIDTH = 128;
    private static final int MOST_LINES = 5;
    private static final int LATELY = 60;
    private static final int DEARER = 15;
    private static final BigDecimal PHARMACY_RATE = new BigDecimal("0.65");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /// What comes how often, with what it costs where no tariff says it, cents.
    private static final List<Often> CARE = List.of(new Often("G", 30, 3000), new Often("CS", 8, 2600), new Often("PHARMACIE", 26, 1480),
            new Often("ANALYSES", 12, 2730), new Often("KINE", 9, 1613), new Often("CD", 4, 2300), new Often("DEVIT", 2, 3394),
            new Often("IMAGERIE", 4, 5670), new Often("OSTEO", 3, 5500), new Often("COUR", 1, 55000), new Often("CHAMBRE", 1, 8000));

    private record Often(String code, int share, long price) {
    }

    private final Draw draw;
    private final List<String> doctors;
    private final LocalDate today;

    /// @param doctors numbers of doctors
    /// @param today   the file is of that day
    public SampleRetour(Draw draw, List<String> doctors, LocalDate today) {
        this.draw = draw;
        this.doctors = doctors;
        this.today = today;
    }

    /// Writes the file.
    ///
    /// @param nirs  of the members, with keys
    /// @param lines acts, of all claims together
    /// @return how many claims it has
    public long write(OutputStream file, List<String> nirs, long lines) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.US_ASCII));
        record(out, "000001" + "750000001" + DAY.format(today));
        long claims = 0;
        String series = draw.digits(5);
        for (long written = 0; written < lines;) {
            claims++;
            LocalDate day = today.minusDays(draw.between(3, LATELY));
            int acts = (int) Math.min(lines - written, draw.between(1, MOST_LINES));
            boolean invoiced = draw.percent(DEARER);
            record(out, "10" + String.format("%s%010d%s%s%-20s", series, claims, draw.any(nirs), DAY.format(day.plusDays(2)),
                    invoiced ? "F" + draw.digits(9) : ""));
            for (int i = 0; i < acts; i++) {
                act(out, often(), day);
            }
            written += acts;
        }
        record(out, "99" + String.format("%08d", claims));
        out.flush();
        return claims;
    }

    private Often often() {
        int place = draw.between(0, CARE.stream().mapToInt(Often::share).sum() - 1);
        for (Often each : CARE) {
            place -= each.share();
            if (place < 0) {
                return each;
            }
        }
        return CARE.getFirst();
    }

    private void act(Writer out, Often often, LocalDate day) throws IOException {
        CareAct act = Objects.requireNonNull(CareAct.of(often.code()));
        boolean line = act.basis() == CareAct.Basis.LINE;
        long base = line ? often.price() : -1;
        @Nullable BigDecimal rate = act.rateComesWithLine() ? PHARMACY_RATE : null;
        Sector sector = act.doctor() ? Sector.SECTOR_1 : Sector.NONE;
        // dear enough to charge any tariff; what is charged then is the tariff, or a little more
        LineDecision whole = decided(new CareLine(act, day, day, 1, Math.max(often.price(), 100_000), base, rate, sector, true, null, 0, -1));
        Outcome tariff = Outcome.of(whole);
        long charged = tariff.base() > 0 ? tariff.base() : often.price();
        if (draw.percent(DEARER)) {
            charged += draw.between(1, 20) * 100L;
        }
        LineDecision decided = decided(new CareLine(act, day, day, 1, charged, base, rate, sector, true, null, 0, -1));
        Outcome outcome = Outcome.of(decided);
        long paid = decided.publicPaid().minor();
        int percent = rate == null ? outcome.percent() : rate.movePointRight(2).intValueExact();
        record(out, "20" + String.format("%-25s%s%-8s01%-11s%s%s%s%010d%010d%05d%010d%010d%010d", act.code(), DAY.format(day), "",
                act.doctor() ? draw.any(doctors) : "", act.doctor() ? "1" : " ", act.doctor() ? "O" : " ", " ", charged, outcome.base(),
                percent * 100, paid, 0, charged - paid));
    }

    private static LineDecision decided(CareLine line) {
        return FrenchRules.decide(Assessor.NOTHING, List.of(line), Used.NOTHING).lines().getFirst();
    }

    private static void record(Writer out, String fields) throws IOException {
        out.write(fields);
        for (int i = fields.length(); i < WIDTH; i++) {
            out.write(' ');
        }
        out.write('\n');
    }
}
