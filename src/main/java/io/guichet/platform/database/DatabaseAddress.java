package io.guichet.platform.database;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a PostgreSQL database listens.
///
/// @param host     host name or address
/// @param port     TCP port
/// @param database name of the database
/// @param options  the JDBC address's query part without `?` (`sslmode=require`), or empty
public record DatabaseAddress(String host, int port, String database, String options) {

    private static final int STANDARD_PORT = 5432;
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?<host>[\\w.-]+|\\[[0-9a-fA-F:]+])(?::(?<port>[0-9]{1,5}))?/"
                    + "(?<database>[^?/\\s]+)(?:\\?(?<options>\\S*))?");
    private static final Pattern SECRETS = Pattern.compile("(?:^|&)(?:user|password)=", Pattern.CASE_INSENSITIVE);

    public DatabaseAddress(String host, int port, String database) {
        this(host, port, database, "");
    }

    /// The JDBC address.
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    /// The server as a person names it: `db.example:5432/guichet`.
    public String place() {
        return host + ":" + port + "/" + database;
    }

    /// Reads `jdbc:postgresql://host[:port]/database[?options]`.
    ///
    /// @throws IllegalArgumentException when `url` is something else, or carries a user or password
    public static DatabaseAddress parse(String url) {
        Matcher parts = FORM.matcher(url.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an address of a PostgreSQL database: " + url);
        }
        String options = Objects.requireNonNullElse(parts.group("options"), "");
        if (SECRETS.matcher(options).find()) {
            throw new IllegalArgumentException("user and password do not belong into the address");
        }
        String port = parts.group("port");
        return new DatabaseAddress(parts.group("host"), port == null ? STANDARD_PORT : Integer.parseInt(port),
                parts.group("database"), options);
    }
}
