package io.guichet.country.es;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How many rows there are already: keys and numbers go on behind them.
record EsSampleNumbers(long members, long policies, long holders, long forms, long suspensions, long claims, long acts,
                       long authorisations, long receipts) {

    static EsSampleNumbers read(Connection connection) throws SQLException {
        return new EsSampleNumbers(
                single(connection, "SELECT count(*) FROM es.asegurado"),
                single(connection, "SELECT coalesce(max(substr(numero, 2)::bigint), 0) FROM es.poliza"),
                single(connection, "SELECT count(*) FROM es.tomador"),
                single(connection, "SELECT count(*) FROM es.poliza_modalidad"),
                single(connection, "SELECT count(*) FROM es.poliza_suspension"),
                single(connection, "SELECT coalesce(max(substr(numero, 6)::bigint), 0) FROM es.solicitud_reembolso"),
                single(connection, "SELECT count(*) FROM es.acto"),
                single(connection, "SELECT coalesce(max(substr(numero, 6)::bigint), 0) FROM es.autorizacion"),
                single(connection, "SELECT coalesce(max(substr(numero, 6)::bigint), 0) FROM es.recibo"));
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
