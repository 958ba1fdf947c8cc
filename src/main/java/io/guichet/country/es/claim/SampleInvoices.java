package io.guichet.country.es.claim;

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

/// Writes a file of invoices that sample members might hand in: everyday care outside the network, some of it dear, some abroad and in
/// another currency, some that does not say who made it.
public final class SampleInvoices {

    private static final int MOST_LINES = 4;
    private static final int LATELY = 60;
    /// Per cent.
    private static final int ABROAD = 4;
    private static final int NAMELESS = 3;
    private static final int DEAR = 2;

    /// An act that comes often.
    ///
    /// @param share how often it comes
    /// @param euros what it costs, about
    private record Often(String act, int share, int euros) {
    }

    private static final List<Often> CARE = List.of(new Often("CONSULTA", 46, 70), new Often("ESPECIALISTA", 36, 110), new Often("URGENCIA", 10, 130),
            new Often("FISIOTERAPIA", 4, 40), new Often("PRUEBA_COMPLEJA", 3, 320), new Often("CIRUGIA", 1, 1_900));

    /// A clinic that makes invoices.
    ///
    /// @param nif its tax number
    public record Clinic(String name, String nif) {
    }

    private final Draw draw;
    private final List<Clinic> clinics;
    private final LocalDate today;
    private final List<Often> often = new ArrayList<>();

    /// @param today the file is of that day
    public SampleInvoices(Draw draw, List<Clinic> clinics, LocalDate today) {
        this.draw = draw;
        this.clinics = clinics;
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
        out.write("solicitud;documento;recibida;proveedor;nif;factura;cuadro;territorio;moneda;cambio;acto;fecha;importe;concepto\n");
        long claims = 0;
        for (long written = 0; written < lines;) {
            claims++;
            LocalDate day = today.minusDays(draw.between(3, LATELY));
            Clinic clinic = draw.any(clinics);
            boolean abroad = draw.percent(ABROAD);
            String head = String.join(";", "S" + claims, draw.any(people), day.plusDays(2).toString(), clinic.name(),
                    abroad || draw.percent(NAMELESS) ? "" : clinic.nif(), "F" + draw.digits(9), "no", abroad ? "EXTRANJERO;GBP;1,1634" : "ES;;");
            int count = (int) Math.min(lines - written, draw.between(1, MOST_LINES));
            for (int i = 0; i < count; i++) {
                Often act = draw.any(often);
                int euros = act.euros() * (draw.percent(DEAR) ? 8 : 1) + draw.between(0, 20);
                out.write(head + ";" + String.join(";", act.act(), day.plusDays(Math.min(i, 2)).toString(), euros + "," + draw.between(10, 99), "") + "\n");
            }
            written += count;
        }
        out.flush();
        return claims;
    }
}
