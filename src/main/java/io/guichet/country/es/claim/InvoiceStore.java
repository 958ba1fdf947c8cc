package io.guichet.country.es.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.country.es.adjudication.Rules;
import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests and their lines in the tables.
final class InvoiceStore {

    private static final String UNDECIDED = " AND estado IN ('RECIBIDA', 'EN_TRAMITE')";
    private static final int CENTS = 2;

    private InvoiceStore() {
    }

    /// A request as it stands.
    ///
    /// @param state   as the table has it
    /// @param rate    euros for one unit of the currency, or null
    /// @param entered whether somebody entered it here: what files bring was looked at by who sent them
    record Stored(UUID id, String number, UUID member, String state, LocalDate received, @Nullable String provider, @Nullable String nif,
                  @Nullable String invoice,
                  boolean inNetwork, boolean abroad, String currency, @Nullable BigDecimal rate, boolean entered, @Nullable LocalDate paidOn, long version) {

        boolean undecided() {
            return state.equals("RECIBIDA") || state.equals("EN_TRAMITE");
        }

        @Override
        public String toString() {
            return number;
        }
    }

    /// A line as it stands.
    record StoredLine(MedicalAct act, LocalDate day, String concept, BigDecimal charged, long euros, long reimbursed, @Nullable String steps) {

        @Override
        public String toString() {
            return act.name();
        }
    }

    /// The request, or empty when there is none that the signed-in role may see.
    static Optional<Stored> find(Connection connection, UUID claim) throws SQLException {
        return EsSql.first(connection, "SELECT * FROM es.solicitud_reembolso WHERE id = ?", row -> new Stored(EsSql.key(row, "id"),
                row.getString("numero"), EsSql.key(row, "asegurado"), row.getString("estado"), EsSql.day(row, "recibida"),
                row.getString("proveedor"), row.getString("proveedor_nif"), row.getString("numero_factura"), row.getBoolean("en_cuadro"),
                row.getString("territorio").equals(ClaimFields.ABROAD), row.getString("moneda"), row.getBigDecimal("cambio"), isEntered(row.getString("origen")),
                EsSql.dayOrNull(row, "pagada"), row.getLong("version")), claim);
    }

    static List<StoredLine> lines(Connection connection, UUID claim) throws SQLException {
        return EsSql.list(connection, """
                SELECT acto::text AS acto, fecha, concepto, importe, importe_euros, reembolso, pasos::text AS pasos
                FROM es.factura_linea WHERE solicitud = ? ORDER BY orden
                """, row -> new StoredLine(MedicalAct.valueOf(row.getString("acto")), EsSql.day(row, "fecha"), row.getString("concepto"),
                row.getBigDecimal("importe"), EsSql.cents(row.getBigDecimal("importe_euros")),
                EsSql.cents(row.getBigDecimal("reembolso")), row.getString("pasos")), claim);
    }

    /// Writes a request, undecided.
    ///
    /// @return its key, or empty when there is one of this origin
    static Optional<UUID> insert(Connection connection, Invoice invoice, String origin) throws SQLException {
        UUID id = key(origin);
        int written = EsSql.update(connection, """
                INSERT INTO es.solicitud_reembolso (id, numero, asegurado, recibida, territorio, moneda, estado, numero_factura, proveedor,
                    primer_dia, importe, importe_euros, en_cuadro, cambio, proveedor_nif, origen)
                VALUES (?, 'R' || to_char(?::date, 'YYYY') || nextval('es.solicitud_numero'), ?, ?, ?, ?, 'RECIBIDA', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, id, invoice.received(), invoice.member(), invoice.received(), invoice.abroad() ? ClaimFields.ABROAD : ClaimFields.AT_HOME,
                invoice.currency(), invoice.number(), invoice.provider(), invoice.firstDay(), decimal(invoice.charged()),
                decimal(invoice.euros()), invoice.inNetwork(), invoice.rate(), invoice.nif(), origin);
        if (written == 0) {
            return Optional.empty();
        }
        insertLines(connection, id, invoice);
        return Optional.of(id);
    }

    /// Requests from before origins were kept have none; those of files say so.
    static boolean isEntered(@Nullable String origin) {
        return origin != null && !origin.startsWith("file:");
    }

    /// The key of a request that came from there: the same each time it comes.
    static UUID key(String origin) {
        return UUID.nameUUIDFromBytes(("es.solicitud_reembolso " + origin).getBytes(StandardCharsets.UTF_8));
    }

    /// The request of that origin, whoever may see it.
    static Optional<UUID> ofOrigin(Connection connection, String origin) throws SQLException {
        return EsSql.first(connection, "SELECT es.solicitud_de_origen(?) AS id", row -> Optional.ofNullable(row.getObject("id", UUID.class)),
                origin).flatMap(found -> found);
    }

    /// Replaces what an undecided request says; false when it is decided.
    static boolean replace(Connection connection, UUID claim, Invoice invoice) throws SQLException {
        int written = EsSql.update(connection, """
                UPDATE es.solicitud_reembolso SET recibida = ?, territorio = ?, moneda = ?, numero_factura = ?, proveedor = ?, primer_dia = ?,
                    importe = ?, importe_euros = ?, en_cuadro = ?, cambio = ?, proveedor_nif = ?, version = version + 1
                WHERE id = ?
                """ + UNDECIDED, invoice.received(), invoice.abroad() ? ClaimFields.ABROAD : ClaimFields.AT_HOME, invoice.currency(),
                invoice.number(), invoice.provider(), invoice.firstDay(), decimal(invoice.charged()), decimal(invoice.euros()),
                invoice.inNetwork(), invoice.rate(), invoice.nif(), claim);
        if (written == 0) {
            return false;
        }
        EsSql.update(connection, "DELETE FROM es.factura_linea WHERE solicitud = ?", claim);
        insertLines(connection, claim, invoice);
        return true;
    }

    private static void insertLines(Connection connection, UUID claim, Invoice invoice) throws SQLException {
        int many = invoice.lines().size();
        String[] acts = new String[many];
        String[] concepts = new String[many];
        LocalDate[] days = new LocalDate[many];
        BigDecimal[] charged = new BigDecimal[many];
        BigDecimal[] euros = new BigDecimal[many];
        for (int i = 0; i < many; i++) {
            Invoice.Line line = invoice.lines().get(i);
            acts[i] = line.act().name();
            concepts[i] = line.concept();
            days[i] = line.day();
            charged[i] = decimal(line.charged());
            euros[i] = decimal(line.euros());
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO es.factura_linea (solicitud, orden, acto, concepto, fecha, importe, importe_euros)
                SELECT ?, v.orden, v.acto, coalesce(v.concepto, v.acto), v.fecha, v.importe, v.euros
                FROM unnest(?::text[], ?::text[], ?::date[], ?::numeric[], ?::numeric[]) WITH ORDINALITY
                    AS v (acto, concepto, fecha, importe, euros, orden)
                """)) {
            statement.setObject(1, claim);
            statement.setArray(2, connection.createArrayOf("text", acts));
            statement.setArray(3, connection.createArrayOf("text", concepts));
            statement.setArray(4, connection.createArrayOf("date", days));
            statement.setArray(5, connection.createArrayOf("numeric", charged));
            statement.setArray(6, connection.createArrayOf("numeric", euros));
            statement.executeUpdate();
        }
    }

    /// Writes what was decided: the lines first, then the request; the counters follow the lines.
    static void accept(Connection connection, UUID claim, ClaimDecision decision) throws SQLException {
        int many = decision.lines().size();
        Integer[] places = new Integer[many];
        BigDecimal[] shares = new BigDecimal[many];
        BigDecimal[] paid = new BigDecimal[many];
        String[] steps = new String[many];
        for (int i = 0; i < many; i++) {
            LineDecision line = decision.lines().get(i);
            places[i] = i + 1;
            shares[i] = share(line);
            paid[i] = line.insurerPaid().decimal();
            steps[i] = StoredSteps.write(line.steps());
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE es.factura_linea l SET porcentaje = v.porcentaje, reembolso = v.reembolso, pasos = v.pasos::jsonb,
                    version = l.version + 1
                FROM unnest(?::integer[], ?::numeric[], ?::numeric[], ?::text[]) AS v (orden, porcentaje, reembolso, pasos)
                WHERE l.solicitud = ? AND l.orden = v.orden
                """)) {
            statement.setArray(1, connection.createArrayOf("integer", places));
            statement.setArray(2, connection.createArrayOf("numeric", shares));
            statement.setArray(3, connection.createArrayOf("numeric", paid));
            statement.setArray(4, connection.createArrayOf("text", steps));
            statement.setObject(5, claim);
            if (statement.executeUpdate() != many) {
                throw new IllegalArgumentException("a decision of " + many + " lines is of another request");
            }
        }
        once(EsSql.update(connection, "UPDATE es.solicitud_reembolso SET estado = 'LIQUIDADA', reembolso = ?, version = version + 1 WHERE id = ?"
                + UNDECIDED,
                decision.insurerPaid().decimal(), claim));
    }

    /// The per cent that the rules took of a line, 0 when they refused it.
    static BigDecimal share(LineDecision line) {
        return line.steps().stream().filter(step -> step.rule().startsWith("SHARE_")).findFirst()
                .map(step -> (BigDecimal) step.sentence().arguments().getFirst()).orElse(BigDecimal.ZERO).movePointRight(CENTS);
    }

    /// Writes that it waits.
    static void pend(Connection connection, UUID claim) throws SQLException {
        once(EsSql.update(connection, "UPDATE es.solicitud_reembolso SET estado = 'EN_TRAMITE', version = version + 1 WHERE id = ?"
                + UNDECIDED, claim));
    }

    /// Writes that it was refused.
    ///
    /// @param reason as the table has it
    static void reject(Connection connection, UUID claim, String reason) throws SQLException {
        once(EsSql.update(connection, "UPDATE es.solicitud_reembolso SET estado = 'DENEGADA', motivo_denegacion = ?, version = version + 1 WHERE id = ?"
                + UNDECIDED, reason, claim));
    }

    /// Takes a decision back: the request first, then its lines; the counters follow the lines.
    static void reopen(Connection connection, UUID claim) throws SQLException {
        once(EsSql.update(connection, """
                UPDATE es.solicitud_reembolso
                SET estado = 'RECIBIDA', reembolso = 0, pagada = NULL, cuenta_final = NULL, motivo_denegacion = NULL,
                    version = version + 1
                WHERE id = ? AND estado IN ('LIQUIDADA', 'PAGADA', 'DENEGADA')
                """, claim));
        EsSql.update(connection, "UPDATE es.factura_linea SET porcentaje = NULL, reembolso = 0, pasos = NULL, version = version + 1 "
                + "WHERE solicitud = ?", claim);
    }

    private static void once(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the request is not in a state in which this can be done");
        }
    }

    /// The decision that the lines keep, with what it used of limits; empty steps where none were kept.
    static ClaimDecision decision(List<StoredLine> lines) {
        return new ClaimDecision(lines.stream().map(line -> {
            List<Step> steps = line.steps() == null ? List.of() : StoredSteps.read(line.steps());
            List<CounterMove> moves = line.reimbursed() == 0 ? List.of()
                    : List.of(new CounterMove(Rules.REIMBURSED + line.act().name(), line.reimbursed()));
            return new LineDecision(Money.euros(line.euros()), Money.ZERO, Money.euros(line.reimbursed()),
                    Money.euros(line.euros() - line.reimbursed()), steps, moves);
        }).toList());
    }

    private static BigDecimal decimal(long cents) {
        return BigDecimal.valueOf(cents, CENTS);
    }
}
