package io.guichet.country.es;

import io.guichet.country.es.adjudication.SampleProducts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sample products of Spain, from `productos.txt` into their tables. The file explains its own lines.
///
/// Keys follow from codes, so that the same file makes the same rows in every database.
final class EsCatalogue {

    private static final String FILE = "productos.txt";
    private static final String EVERY_ACT = "*";

    private final Connection connection;
    private List<String> ages = List.of();

    private EsCatalogue(Connection connection) {
        this.connection = connection;
    }

    /// The key of the product or modality with this code.
    static UUID key(String code) {
        return UUID.nameUUIDFromBytes(("es/" + code).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes the sample products unless they are there.
    ///
    /// @param connection of the schema owner
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM es.producto WHERE muestra)")) {
            row.next();
            if (row.getBoolean(1)) {
                return;
            }
        }
        EsCatalogue catalogue = new EsCatalogue(connection);
        for (String line : SampleProducts.lines()) {
            catalogue.write(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
        }
    }

    private void write(List<String> line) throws SQLException {
        String first = line.get(1);
        switch (line.getFirst()) {
            case "producto" -> insert("""
                    INSERT INTO es.producto (id, codigo, nombre, segmento, muestra, desde) VALUES (?, ?, ?, ?, true, ?)""",
                    key(first), first, line.get(2), line.get(3), day(line.get(4)));
            case "prestacion" -> insert("""
                    INSERT INTO es.prestacion (producto, acto, autorizacion, desde) VALUES (?, ?, ?, ?)""",
                    key(first), line.get(2), isYes(line.get(3)), day(line.get(4)));
            case "carencia" -> insert("""
                    INSERT INTO es.carencia (producto, acto, meses, dispensable, desde) VALUES (?, ?, ?, ?, ?)""",
                    key(first), line.get(2), number(line.get(3)), isYes(line.get(4)), day(line.get(5)));
            case "modalidad" -> insert("""
                    INSERT INTO es.modalidad (producto, id, codigo, nombre, tipo) VALUES (?, ?, ?, ?, ?)""",
                    key(first), key(line.get(2)), line.get(2), line.get(3), line.get(4));
            case "copago" -> insert("""
                    INSERT INTO es.copago_tramo (modalidad, acto, servicio_desde, servicio_hasta, importe, desde, hasta)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    key(first), act(line.get(2)), number(line.get(3)), number(line.get(4)), euros(line.get(5)), day(line.get(6)),
                    day(line.get(7)));
            case "tope" -> insert("INSERT INTO es.copago_tope (modalidad, importe, desde) VALUES (?, ?, ?)",
                    key(first), euros(line.get(2)), day(line.get(3)));
            case "limite" -> insert("""
                    INSERT INTO es.limite_reembolso (modalidad, acto, porcentaje_espana, porcentaje_extranjero, limite_acto,
                        limite_anual, capital, desde, hasta) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    key(first), act(line.get(2)), euros(line.get(3)), euros(line.get(4)), euros(line.get(5)),
                    euros(line.get(6)), euros(line.get(7)), day(line.get(8)), day(line.get(9)));
            case "zona" -> {
                for (String province : line.get(3).split(" ")) {
                    insert("INSERT INTO es.zona_tarifa (zona, provincia, desde) VALUES (?, ?, ?)", first, province,
                            day(line.get(2)));
                }
            }
            case "edades" -> ages = List.of(first.split(" "));
            case "tarifa" -> writeTariff(line);
            default -> throw new IllegalStateException(FILE + " has a line that nobody understands: " + line.getFirst());
        }
    }

    private void writeTariff(List<String> line) throws SQLException {
        String[] amounts = line.get(5).split(" ");
        if (amounts.length != ages.size()) {
            throw new IllegalStateException(FILE + ": " + line + " has another number of amounts than of age bands");
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO es.tarifa (modalidad, zona, desde, hasta, edad_desde, edad_hasta, mensual)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < amounts.length; i++) {
                String[] band = ages.get(i).split("-");
                set(statement, key(line.get(1)), line.get(2), day(line.get(3)), day(line.get(4)), number(band[0]),
                        number(band[1]), euros(amounts[i]));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static @Nullable String act(String text) {
        return text.equals(EVERY_ACT) ? null : text;
    }

    private static boolean isYes(String text) {
        return text.equals("si");
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static @Nullable BigDecimal euros(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
