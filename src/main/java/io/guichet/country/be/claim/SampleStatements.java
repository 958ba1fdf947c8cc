package io.guichet.country.be.claim;

import io.guichet.country.sample.Draw;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Writes a file of statements about care that sample members might have had: everyday care at its tariff, some of it dearer, some
/// that names nobody, and now and then a stay in hospital.
public final class SampleStatements {

    private static final int MOST_LINES = 4;
    private static final int LATELY = 60;
    /// Per cent.
    private static final int INVOICED = 60;
    private static final int DEARER = 12;
    private static final int NAMELESS = 2;
    private static final int STAYS = 2;
    private static final List<String> ROOMS = List.of("EENPERSOONS", "TWEEPERSOONS", "GEMEENSCHAPPELIJK");

    /// An act that comes often. Cents.
    ///
    /// @param share        how often it comes
    /// @param dentist      a dentist does it
    /// @param intervention what the invoice says of it; 0 where the nomenclature does
    private record Often(String code, int share, boolean dentist, long charged, long intervention) {
    }

    private static final List<Often> CARE = List.of(new Often("101076", 40, false, 3_181, 0), new Often("101032", 8, false, 2_568, 0),
            new Often("102012", 10, false, 2_075, 0), new Often("102034", 8, false, 3_715, 0), new Often("KINE_CABINET", 14, false, 2_860, 0),
            new Often("VULLING", 8, true, 6_500, 4_120), new Often("TANDREINIGING", 6, true, 5_200, 2_900), new Often("IMPLANT", 2, true, 158_600, 4_800));

    private final Draw draw;
    private final List<String> doctors;
    private final List<String> dentists;
    private final List<String> hospitals;
    private final LocalDate today;
    private final List<Often> often = new ArrayList<>();

    /// @param doctors   numbers of doctors
    /// @param dentists  numbers of dentists
    /// @param hospitals recognition numbers
    /// @param today     the file is of that day
    public SampleStatements(Draw draw, List<String> doctors, List<String> dentists, List<String> hospitals, LocalDate today) {
        this.draw = draw;
        this.doctors = doctors;
        this.dentists = dentists;
        this.hospitals = hospitals;
        this.today = today;
        CARE.forEach(each -> {
            for (int i = 0; i < each.share(); i++) {
                often.add(each);
            }
        });
    }

    /// Writes the file.
    ///
    /// @param people as files name them
    /// @param lines  of all claims together
    /// @return how many claims it has
    public long write(OutputStream file, List<String> people, long lines) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out.write("INSZ;Ontvangen;Factuur;Ziekenhuis;Kamer;Opname;Ontslag;Code;Van;Zorgverlener;Aangerekend;Basisbedrag;Ziekenfonds;Kamersupplement\n");
        long claims = 0;
        for (long written = 0; written < lines;) {
            claims++;
            LocalDate day = today.minusDays(draw.between(3, LATELY));
            boolean stay = !hospitals.isEmpty() && draw.percent(STAYS);
            boolean invoiced = stay || draw.percent(INVOICED);
            // without a number each row is a claim of its own
            int count = invoiced ? (int) Math.min(lines - written, draw.between(1, MOST_LINES)) : 1;
            String head = String.join(";", draw.any(people), day.plusDays(2).toString(), invoiced ? "F" + draw.digits(9) : "",
                    stay ? draw.any(hospitals) + ";" + draw.any(ROOMS) + ";" + day + ";" + day.plusDays(1) : ";;;");
            for (int i = 0; i < count; i++) {
                out.write(head + ";" + (stay ? stayed(day, i) : line(day)) + "\n");
            }
            written += count;
        }
        out.flush();
        return claims;
    }

    private String line(LocalDate day) {
        Often act = draw.any(often);
        long dearer = draw.percent(DEARER) ? draw.between(2, 30) * 100L : 0;
        List<String> able = act.dentist() ? dentists : doctors;
        String provider = able.isEmpty() || draw.percent(NAMELESS) ? "" : draw.any(able);
        boolean given = act.intervention() > 0;
        return String.join(";", act.code(), day.toString(), provider, amount(act.charged() + dearer), given ? amount(act.charged()) : "",
                given ? amount(act.intervention()) : "", "");
    }

    private String stayed(LocalDate day, int line) {
        return line == 0 ? String.join(";", "LIGDAG", day.toString(), "", "640,00", "600,00", "520,00", "40,00")
                : String.join(";", "INGREEP", day.plusDays(line % 2).toString(), "", amount(80_000 + draw.between(0, 400) * 100L), "800,00", "700,00", "");
    }

    private static String amount(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }
}
