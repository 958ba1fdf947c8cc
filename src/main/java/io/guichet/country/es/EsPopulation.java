package io.guichet.country.es;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Shares;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes sample members of Spain: families on policies of companies and of their own.
final class EsPopulation implements SamplePopulation {

    private static final int CHUNK = 10_000;

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        long members = single(connection, "SELECT count(*) FROM es.asegurado");
        long policies = single(connection, "SELECT coalesce(max(substr(numero, 2)::bigint), 0) FROM es.poliza");
        long holders = single(connection, "SELECT count(*) FROM es.tomador");
        long claims = single(connection, "SELECT coalesce(max(substr(numero, 6)::bigint), 0) FROM es.solicitud_reembolso");
        EsCatalogue.load(connection);
        Draw draw = new Draw(request.seed(), members);
        SampleWords words = SampleWords.of(EsPopulation.class, "sample.txt");
        EsPeople people = new EsPeople(draw, words, request.seed(), members);
        EsCover cover = new EsCover(draw, new CompanySizes(draw, request.members()), words, policies, holders, claims);
        // the person last: see CopyLoad
        CopyLoad load = new CopyLoad(connection, List.of(cover.holders(), cover.forms(), cover.policies(), people.homes(),
                people.contacts(), people.accounts(), people.publicCare(), people.questionnaires(), cover.claims(),
                people.persons()));
        Shares shares = new Shares(request.claims(), request.members());
        long done = 0;
        long flushed = 0;
        while (done < request.members()) {
            Household household = Household.draw(draw, (int) Math.min(8, request.members() - done));
            EsPeople.Family family = people.family(household);
            List<UUID> keys = people.add(household, family, cover.policyFor(family));
            cover.addClaims(keys, shares.next(keys.size()));
            done += keys.size();
            if (done - flushed >= CHUNK) {
                load.flush();
                flushed = done;
                progress.done(done);
            }
        }
        load.flush();
        progress.done(done);
        return load.written();
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
