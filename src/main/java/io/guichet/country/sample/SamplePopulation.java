package io.guichet.country.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the sample members of one country with `COPY`, in its own schema.
public interface SamplePopulation {

    /// Adds `request.members()` members with their companies, contracts and claims, behind those that are there. The same request on the same
    /// content writes the same rows.
    ///
    /// @param connection of the schema owner, in a transaction that the caller commits; triggers publish to the search
    ///                   index as always
    /// @return rows written, by table
    Map<String, Long> write(Connection connection, SampleRequest request, Progress progress) throws SQLException;

    /// Writes those of `movers` who come from or go to this country: cover ends where they leave and begins where they
    /// arrive. Called once, behind `write`.
    ///
    /// @return reference of the member by `Mover.id`; empty when this country plays no part
    default Map<Integer, String> writeMovers(Connection connection, List<Mover> movers, long seed) throws SQLException {
        return Map.of();
    }

    /// What people of this country are called in that language, for samples outside its own tables: people who move to
    /// another country, and people who have no more than an account. The same names for the same seed.
    default SampleNames names(Locale language, long seed) {
        return SampleNames.of(language, seed);
    }

    /// Gives one member a long history: `count` further claims with all that belongs to them.
    ///
    /// @return how many were written; 0 when this country cannot
    default long writeClaims(Connection connection, String member, long count, long seed) throws SQLException {
        return 0;
    }

    /// Writes a file of claims of members that are there, as the first of the country's `ClaimRecords.files` reads it: care they
    /// might have had in the last weeks, most of it without anything odd. The same members and seed write the same file.
    ///
    /// @param lines lines of all claims together
    /// @return how many claims it has; 0 when this country writes no such file
    default long writeClaimFile(Connection connection, OutputStream file, long lines, long seed) throws SQLException, IOException {
        return 0;
    }

    /// How much.
    ///
    /// @param members members of this country
    /// @param claims  claims of this country
    /// @param seed    the same seed writes the same rows
    record SampleRequest(long members, long claims, long seed) {
    }

    /// Told now and then how many members are done.
    @FunctionalInterface
    interface Progress {
        void done(long members);
    }
}
