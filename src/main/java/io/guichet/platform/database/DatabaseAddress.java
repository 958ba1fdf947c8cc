package io.guichet.platform.database;

/// Where a PostgreSQL database listens.
///
/// @param host     host name or address
/// @param port     TCP port
/// @param database name of the database
/// @param options  the JDBC address's query part without `?` (`sslmode=require`), or empty
public record DatabaseAddress(String host, int port, String database, String options) {

    public DatabaseAddress(String host, int port, String database) {
        this(host, port, database, "");
    }

    /// The JDBC address.
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}
