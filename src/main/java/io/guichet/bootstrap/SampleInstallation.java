package io.guichet.bootstrap;

import io.guichet.access.internal.InstallationRecord;
import io.guichet.access.internal.SampleStaff;
import io.guichet.audit.internal.BulkLoad;
import io.guichet.care.internal.CaseSamples;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.internal.IndexLoad;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.BareTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fills a database with invented people, and with staff to look at them.
public final class SampleInstallation {

    /// Sample members a country of a first start.
    public static final long MEMBERS = 2_000;

    /// The seed of a first start: everybody's sample is the same.
    public static final long SEED = 1;

    private final Countries countries;

    public SampleInstallation(Countries countries) {
        this.countries = countries;
    }

    /// Makes an empty database the sample: people, staff, and the mark that says so.
    ///
    /// @param owner connection of the superuser, in a transaction that the caller commits: all of it or nothing
    /// @return rows written, by country and table
    public Map<CountryCode, Map<String, Long>> install(Connection owner, SampleRequest request, Progress progress)
            throws SQLException {
        Map<CountryCode, Map<String, Long>> written = seed(owner, request, progress);
        new SampleStaff(countries.all().stream().map(Country::code).toList()).hire(owner);
        new InstallationRecord(owner).fill(true);
        return written;
    }

    /// Adds sample people of every country behind those that are there.
    ///
    /// @param owner connection of the schema owner, in a transaction that the caller commits
    /// @return rows written, by country and table
    public Map<CountryCode, Map<String, Long>> seed(Connection owner, SampleRequest request, Progress progress)
            throws SQLException {
        List<Country> all = countries.all();
        BulkLoad load = BulkLoad.begin(owner);
        IndexLoad index = IndexLoad.begin(owner, request.members() * all.size());
        List<BareTables> bare = new ArrayList<>();
        Map<CountryCode, Map<String, Long>> written = new LinkedHashMap<>();
        for (Country country : all) {
            UserMessage step = UserMessage.of("bootstrap.start.sample", country.code().value());
            progress.at(step, 0);
            bare.add(BareTables.of(owner, country.code().folder()));
            written.put(country.code(), new TreeMap<>(country.sample().write(owner, request,
                    members -> progress.at(step, Math.min(1, (double) members / Math.max(1, request.members()))))));
        }
        UserMessage checking = UserMessage.of("bootstrap.start.check");
        progress.at(checking, 0);
        for (int i = 0; i < bare.size(); i++) {
            bare.get(i).dress();
            progress.at(checking, (i + 1.0) / bare.size());
        }
        UserMessage indexing = UserMessage.of("bootstrap.start.index");
        progress.at(indexing, 0);
        index.finish(part -> progress.at(indexing, part));
        for (Map.Entry<CountryCode, Map<String, Long>> country : written.entrySet()) {
            for (Map.Entry<String, Long> table : country.getValue().entrySet()) {
                load.record(country.getKey(), table.getKey(), table.getValue());
            }
        }
        CaseSamples cases = new CaseSamples(owner);
        for (Country country : countries.all()) {
            Map<String, Long> rows = cases.write(country, request.seed());
            for (Map.Entry<String, Long> table : rows.entrySet()) {
                load.record(country.code(), table.getKey(), table.getValue());
            }
            written.getOrDefault(country.code(), new TreeMap<>()).putAll(rows);
        }
        // the planner has seen none of these rows yet, and the server's own round comes only a minute later
        try (Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE");
        }
        return written;
    }
}
