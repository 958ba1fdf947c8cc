package io.guichet.directory.internal;

import io.guichet.directory.AccountDetails;
import io.guichet.directory.Identities;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Links between files and accounts, for the role that is signed in: the database tells and does no more than that role
/// may.
public final class PgIdentities implements Identities {

    private static final String PURPOSE = "account";
    private static final int MOST = 10;
    private static final String LINKED = "SELECT f.* FROM directory.linked(?, ?, ?) f";
    private static final String POSSIBLE = "SELECT f.* FROM directory.possible(?, ?, ?, " + MOST + ") f";
    private static final String LINK = "SELECT directory.link_files((?, ?, ?)::directory.file, (?, ?, ?)::directory.file)";
    private static final String UNLINK = "SELECT directory.unlink_files((?, ?, ?)::directory.file, (?, ?, ?)::directory.file)";
    private static final String APART = "SELECT directory.keep_files_apart((?, ?, ?)::directory.file, (?, ?, ?)::directory.file)";
    private static final UserMessage DENIED = UserMessage.of("directory.error.mayNotLink");

    private final Database database;
    private final Openings openings = new Openings();

    public PgIdentities(Database database) {
        this.database = database;
    }

    @Override
    public List<SearchRow> linked(FileRef member) {
        return database.read(work -> rows(work, LINKED, member));
    }

    @Override
    public List<SearchRow> possible(FileRef member) {
        return database.read(work -> rows(work, POSSIBLE, member));
    }

    @Override
    public Outcome<List<SearchRow>> link(FileRef member, FileRef other) {
        return change(LINK, member, other);
    }

    @Override
    public Outcome<List<SearchRow>> unlink(FileRef member, FileRef other) {
        return change(UNLINK, member, other);
    }

    @Override
    public Outcome<List<SearchRow>> keepApart(FileRef member, FileRef other) {
        return change(APART, member, other);
    }

    private Outcome<List<SearchRow>> change(String sql, FileRef member, FileRef other) {
        return database.write(work -> work.sql(connection -> said(connection, sql, member, other))
                ? new Outcome.Done<>(rows(work, LINKED, member)) : new Outcome.Denied<>(DENIED));
    }

    @Override
    public Optional<AccountDetails> account(FileRef account) {
        // Health data: recorded first, then readable for one transaction.
        if (account.kind() != FileKind.ACCOUNT || !database.write(work -> openings.open(work, account, PURPOSE))) {
            return Optional.empty();
        }
        return database.write(work -> {
            Optional<AccountDetails> details = work.sql(connection -> read(connection, account));
            openings.close(work, account);
            return details;
        });
    }

    private static boolean said(Connection connection, String sql, FileRef one, FileRef other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            name(statement, 1, one);
            name(statement, 4, other);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void name(PreparedStatement statement, int place, FileRef file) throws SQLException {
        statement.setString(place, file.country().value());
        statement.setString(place + 1, file.kind().code());
        statement.setString(place + 2, file.reference());
    }

    private static List<SearchRow> rows(UnitOfWork work, String sql, FileRef file) {
        return work.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                name(statement, 1, file);
                try (ResultSet row = statement.executeQuery()) {
                    List<SearchRow> rows = new ArrayList<>();
                    while (row.next()) {
                        String kind = row.getString("kind");
                        FileRef ref = new FileRef(new CountryCode(row.getString("country")),
                                FileKind.ofCode(kind).orElseThrow(() -> new SQLException("unknown kind " + kind)),
                                row.getString("reference"));
                        rows.add(new SearchRow(ref, row.getString("label"), row.getString("detail"),
                                row.getObject("birth_date", LocalDate.class), List.of(), null));
                    }
                    return List.copyOf(rows);
                }
            }
        });
    }

    private static Optional<AccountDetails> read(Connection connection, FileRef account) throws SQLException {
        String sql = """
                SELECT a.given_name || ' ' || a.family_name AS name, a.birth_date, a.email, a.phone, a.language, a.since
                FROM directory.account a WHERE a.country = ? AND a.number = ?::bigint""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.country().value());
            statement.setString(2, account.reference());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new AccountDetails(account, row.getString("name"),
                        row.getObject("birth_date", LocalDate.class), row.getString("email"), row.getString("phone"),
                        row.getString("language"), row.getObject("since", LocalDate.class),
                        services(connection, account)));
            }
        }
    }

    private static List<AccountDetails.Used> services(Connection connection, FileRef account) throws SQLException {
        String sql = """
                SELECT u.service, u.last_on, u.times FROM directory.account_use u
                WHERE u.country = ? AND u.account = ?::bigint ORDER BY u.last_on DESC, u.service""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.country().value());
            statement.setString(2, account.reference());
            try (ResultSet row = statement.executeQuery()) {
                List<AccountDetails.Used> services = new ArrayList<>();
                while (row.next()) {
                    services.add(new AccountDetails.Used(row.getString("service"),
                            row.getObject("last_on", LocalDate.class), row.getInt("times")));
                }
                return services;
            }
        }
    }
}
