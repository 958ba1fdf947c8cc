package io.guichet.country.be;

import io.guichet.country.be.adjudication.Formulas;
import io.guichet.country.be.adjudication.TableFile;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// The sample formulas of `formules.txt`, with their conditions and tariffs.
final class SampleFormulas {

    private SampleFormulas() {
    }

    /// Writes them unless they are there.
    ///
    /// @return rows written, by table; empty when they were there
    static Map<String, Long> load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet known = statement.executeQuery(
                "SELECT EXISTS (SELECT FROM be.formule WHERE code = 'HOSPI-COMFORT')")) {
            known.next();
            if (known.getBoolean(1)) {
                return Map.of();
            }
        }
        CopyLoad load = new CopyLoad(connection, read());
        load.flush();
        return load.written();
    }

    private static List<CopyTable> read() {
        return TableFile.read(Formulas.SOURCE).stream().map(table -> {
            CopyTable copy = new CopyTable("be." + table.name(), String.join(", ", table.columns()));
            table.rows().forEach(row -> copy.row(row.toArray()));
            return copy;
        }).toList();
    }
}
