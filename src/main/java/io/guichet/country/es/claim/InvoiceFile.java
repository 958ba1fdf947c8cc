package io.guichet.country.es.claim;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.es.claim.Requests.Row;
import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Invoices as brokers and clinics' offices send them: CSV in UTF-8, separated by semicolons, with a first row that names the
/// columns, in any order. Neighbouring rows with the same `solicitud` are the lines of one request; what describes the person and
/// the invoice stands in the first of them, and the others leave it empty or say the same.
///
/// | column | holds |
/// |---|---|
/// | `solicitud` | what the sender calls the request |
/// | `documento` | DNI, NIE or passport of the person who had the care, or our reference of their file |
/// | `recibida` | day it came in; today when empty |
/// | `proveedor`, `factura` | who made the invoice, and its number |
/// | `nif` | tax number of who made the invoice; one of Spain without it is looked at by somebody |
/// | `cuadro` | `si` for a provider of the medical network, else `no` |
/// | `territorio` | `ES` or `EXTRANJERO`; `ES` when empty |
/// | `moneda`, `cambio` | ISO code, `EUR` when empty; euros for one unit of another currency |
/// | `acto`, `fecha`, `importe`, `concepto` | kind of act, day of care, amount, what the invoice says |
///
/// Days are `2026-09-01` or `01/09/2026`, amounts `80.50` or `80,50`. Columns that nobody knows are left alone.
final class InvoiceFile implements ClaimFileReader {

    private static final List<String> NEEDED = List.of("solicitud", "documento", "proveedor", "acto", "fecha", "importe");
    /// Which of a person's files it is follows from the day of care: both stand in the name of the person.
    static final char AT = '@';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true).get();

    @Override
    public String format() {
        return "invoices";
    }

    @Override
    public void read(InputStream file, String origin, Rows rows) throws IOException {
        // what is no UTF-8 is told with its row
        Reader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        int line = 0;
        Requests requests = new Requests(origin, rows);
        try (CSVParser parser = CSVParser.parse(withoutMark(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                rows.problem(0, UserMessage.of("es.claimFile.empty"));
                return;
            }
            Map<String, Integer> columns = columns(records.next());
            List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
            if (!missing.isEmpty()) {
                rows.problem(1, UserMessage.of("es.claimFile.columns", String.join(", ", missing)));
                return;
            }
            // a row begins behind the end of the one before; asking for the next reads it
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                requests.add(new Row(columns, records.next(), line));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            requests.end();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            requests.cut("es.claimFile.cut");
            rows.problem(line, UserMessage.of("es.claimFile.broken"));
            if (broken instanceof IOException stream && !(broken instanceof CSVException)) {
                throw stream;
            }
        }
    }

    /// Spreadsheets put a mark before the first letter.
    private static Reader withoutMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    @Override
    public Map<String, String> members(UnitOfWork work, Collection<String> people) {
        return work.sql(connection -> {
            Map<String, String> found = new HashMap<>();
            List<String> asked = List.copyOf(people);
            List<String> documents = asked.stream().map(each -> each.substring(0, each.lastIndexOf(AT))).toList();
            // of a person's files the one that covers the day, else the newest
            EsSql.list(connection, """
                    SELECT DISTINCT ON (q.nombre) q.nombre, a.id
                    FROM unnest(?, ?, ?, ?) AS q (nombre, documento, clave, dia)
                    CROSS JOIN LATERAL (SELECT d.id FROM es.asegurado d WHERE d.numero_documento = q.documento
                                        UNION ALL
                                        SELECT d.id FROM es.asegurado d WHERE d.id = q.clave) quien
                    JOIN es.asegurado a ON a.id = quien.id
                    JOIN es.poliza p ON p.id = a.poliza
                    ORDER BY q.nombre, (a.fecha_alta <= q.dia AND coalesce(least(a.fecha_baja, p.fin) >= q.dia, true)) DESC,
                        a.fecha_alta DESC, a.id
                    """, row -> found.put(row.getString("nombre"), row.getString("id")),
                    connection.createArrayOf("text", asked.toArray()), connection.createArrayOf("text", documents.toArray()),
                    connection.createArrayOf("uuid", documents.stream().map(each -> EsSql.key(each).orElse(null)).toArray()),
                    connection.createArrayOf("date", asked.stream().map(each -> each.substring(each.lastIndexOf(AT) + 1))
                            .map(day -> day.isEmpty() ? null : LocalDate.parse(day)).toArray()));
            return found;
        });
    }
}
