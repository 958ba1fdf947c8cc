package io.guichet.bootstrap;

import io.guichet.access.internal.InstallationRecord;
import io.guichet.access.internal.SampleStaff;
import io.guichet.audit.internal.BulkLoad;
import io.guichet.care.internal.CaseSamples;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.sample.Mover;
import io.guichet.country.sample.Movers;
import io.guichet.country.sample.SampleNames;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.internal.IdentitySamples;
import io.guichet.directory.internal.IndexLoad;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.BareTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
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

    /// One member in so many moved here from another country.
    private static final long MOVED_ONE_IN = 400;
    /// For so many members one person has an account and no insurance.
    private static final long ACCOUNT_ONE_IN = 25;

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
        SampleSteps steps = new SampleSteps(progress, all.size());
        BulkLoad load = BulkLoad.begin(owner);
        IndexLoad index = IndexLoad.begin(owner, request.members() * all.size());
        List<BareTables> bare = new ArrayList<>();
        Map<CountryCode, Map<String, Long>> written = new LinkedHashMap<>();
        for (Country country : all) {
            steps.begin(UserMessage.of("bootstrap.start.sample", country.code().value()));
            bare.add(BareTables.of(owner, country.code().folder()));
            written.put(country.code(), new TreeMap<>(country.sample().write(owner, request,
                    members -> steps.done((double) members / Math.max(1, request.members())))));
        }
        steps.begin(UserMessage.of("bootstrap.start.shared"));
        IdentitySamples identities = new IdentitySamples(owner);
        for (Country country : all) {
            add(written, country, identities.accounts(country.code(), country.languages().getFirst(),
                    names(country, request), request.members() / ACCOUNT_ONE_IN, request.seed()));
        }
        move(owner, all, request, identities);
        steps.begin(UserMessage.of("bootstrap.start.check"));
        for (int i = 0; i < bare.size(); i++) {
            bare.get(i).dress();
            steps.done((i + 1.0) / bare.size());
        }
        steps.begin(UserMessage.of("bootstrap.start.index"));
        index.know();
        CaseSamples cases = new CaseSamples(owner);
        for (Country country : all) {
            add(written, country, cases.write(country, request.seed()));
        }
        index.finish(steps::done);
        for (Map.Entry<CountryCode, Map<String, Long>> country : written.entrySet()) {
            for (Map.Entry<String, Long> table : country.getValue().entrySet()) {
                load.record(country.getKey(), table.getKey(), table.getValue());
            }
        }
        // the planner has seen none of these rows yet, and the server's own round comes only a minute later
        try (Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE");
        }
        steps.end();
        return written;
    }

    private static void add(Map<CountryCode, Map<String, Long>> written, Country country, Map<String, Long> rows) {
        written.computeIfAbsent(country.code(), code -> new TreeMap<>()).putAll(rows);
    }

    /// People who moved: a record in each of two countries, linked.
    private static SampleNames names(Country country, SampleRequest request) {
        return country.sample().names(country.languages().getFirst(), request.seed());
    }

    private static void move(Connection owner, List<Country> all, SampleRequest request, IdentitySamples identities)
            throws SQLException {
        List<Movers.Home> homes = all.stream()
                .map(country -> new Movers.Home(country.code(), names(country, request))).toList();
        List<Mover> movers = Movers.draw(homes, request.members() * all.size() / MOVED_ONE_IN, request.seed(),
                identities.links());
        Map<CountryCode, Map<Integer, String>> references = new HashMap<>();
        for (Country country : all) {
            references.put(country.code(), country.sample().writeMovers(owner, movers, request.seed()));
        }
        List<IdentitySamples.Pair> pairs = new ArrayList<>();
        for (Mover mover : movers) {
            String before = references.getOrDefault(mover.from(), Map.of()).get(mover.id());
            String after = references.getOrDefault(mover.to(), Map.of()).get(mover.id());
            if (before != null && after != null) {
                pairs.add(new IdentitySamples.Pair(IdentitySamples.member(mover.from(), before),
                        IdentitySamples.member(mover.to(), after)));
            }
        }
        identities.link(pairs);
    }
}
