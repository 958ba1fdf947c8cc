package io.guichet.contract.internal;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractRow;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads contracts from the list that the countries publish to, page by page.
final class ContractPages {

    private static final String PAGE = """
            SELECT country, reference, number, holder, holder_name, product, product_name, valid_from, valid_to, state,
                   renewal_month, employees, place, id
            FROM contract.page(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OF_HOLDER = """
            SELECT country, reference, number, holder, holder_name, product, product_name, valid_from, valid_to, state,
                   renewal_month, employees, place, id
            FROM contract.of_holder(?, ?, ?, ?)""";
    private static final String NAMED = """
            SELECT country, reference, number, holder, holder_name, product, product_name, valid_from, valid_to, state,
                   renewal_month, employees, place, id
            FROM contract.named(?, ?, ?)""";

    private ContractPages() {
    }

    /// @param holders companies that the text of the filter finds otherwise than by name
    /// @param today   on which the states are
    static Page<ContractRow> page(Connection connection, ContractPageRequest request, Collection<String> holders,
                                  LocalDate today) throws SQLException {
        ContractFilter filter = request.filter();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, filter.text());
            statement.setArray(2, connection.createArrayOf("text", holders.toArray()));
            statement.setArray(3, connection.createArrayOf("text",
                    filter.countries().stream().map(CountryCode::value).sorted().toArray()));
            statement.setArray(4, connection.createArrayOf("text", filter.products().stream().sorted().toArray()));
            statement.setArray(5, connection.createArrayOf("text",
                    filter.states().stream().sorted().map(Enum::name).toArray()));
            statement.setArray(6, connection.createArrayOf("integer",
                    filter.renewals().stream().sorted().map(Month::getValue).toArray()));
            statement.setObject(7, filter.fewest(), Types.INTEGER);
            statement.setObject(8, filter.most(), Types.INTEGER);
            statement.setBoolean(9, filter.companiesOnly());
            statement.setString(10, request.sort().name());
            ContractRow.Place after = request.after();
            statement.setString(11, after == null ? null : after.sort());
            statement.setObject(12, after == null ? null : after.id(), Types.BIGINT);
            statement.setBoolean(13, request.backwards());
            // One more than shown tells whether the list goes on, without counting it.
            statement.setInt(14, request.limit() + 1);
            statement.setObject(15, today);
            List<ContractRow> rows = rows(statement);
            boolean more = rows.size() > request.limit();
            List<ContractRow> shown = more ? rows.subList(0, request.limit()) : rows;
            return new Page<>(request.backwards() ? shown.reversed() : shown, more);
        }
    }

    static List<ContractRow> ofHolder(Connection connection, FileRef holder, int limit, LocalDate today)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_HOLDER)) {
            statement.setString(1, holder.country().value());
            statement.setString(2, holder.reference());
            statement.setInt(3, limit);
            statement.setObject(4, today);
            return List.copyOf(rows(statement));
        }
    }

    /// @param references keys of contracts of that country, in the order wanted
    static List<ContractRow> named(Connection connection, CountryCode country, Collection<String> references,
                                   LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
            statement.setString(1, country.value());
            statement.setArray(2, connection.createArrayOf("text", references.toArray()));
            statement.setObject(3, today);
            return List.copyOf(rows(statement));
        }
    }

    private static List<ContractRow> rows(PreparedStatement statement) throws SQLException {
        List<ContractRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static ContractRow row(ResultSet row) throws SQLException {
        CountryCode country = new CountryCode(row.getString("country"));
        @Nullable String holder = row.getString("holder");
        return new ContractRow(new FileRef(country, FileKind.CONTRACT, row.getString("reference")),
                row.getString("number"), holder == null ? null : new FileRef(country, FileKind.COMPANY, holder),
                row.getString("holder_name"), row.getString("product"), row.getString("product_name"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                ContractState.valueOf(row.getString("state")), Month.of(row.getInt("renewal_month")),
                row.getObject("employees", Integer.class),
                new ContractRow.Place(row.getString("place"), row.getLong("id")));
    }
}
