package io.guichet.directory.internal;

import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Page;
import io.guichet.platform.database.CancellableReads;
import io.guichet.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reads the list of members page by page.
final class MemberPages {

    private static final String SQL = """
            SELECT country, reference, label, detail, birth_date, name, id
            FROM directory.member_page(?, ?, ?, ?, ?, ?)""";

    private final CancellableReads reads;

    MemberPages(Database database) {
        reads = new CancellableReads(database);
    }

    Page<MemberRow> page(MemberPageRequest request) {
        return reads.read(work -> work.sql(connection -> page(connection, request)));
    }

    private static Page<MemberRow> page(Connection connection, MemberPageRequest request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, request.text());
            statement.setArray(2, connection.createArrayOf("text",
                    request.countries().stream().map(CountryCode::value).sorted().toArray()));
            Keyset from = request.from();
            if (from == null) {
                statement.setNull(3, Types.VARCHAR);
                statement.setNull(4, Types.BIGINT);
            } else {
                statement.setString(3, from.sort());
                statement.setLong(4, from.id());
            }
            statement.setBoolean(5, request.backwards());
            // One more than shown tells whether the list goes on, without counting it.
            statement.setInt(6, request.limit() + 1);
            List<MemberRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            boolean more = rows.size() > request.limit();
            return new Page<>(more ? rows.subList(0, request.limit()) : rows, more);
        }
    }

    private static MemberRow row(ResultSet row) throws SQLException {
        FileRef ref = new FileRef(new CountryCode(row.getString("country")), FileKind.MEMBER,
                row.getString("reference"));
        return new MemberRow(ref, row.getString("label"), row.getString("detail"),
                row.getObject("birth_date", LocalDate.class), new Keyset(row.getString("name"), row.getLong("id")));
    }
}
