package io.guichet.country.fr.claim;

import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.Received;
import io.guichet.country.fr.claim.EntryCheck.Entry;
import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Statements by the hundred.
final class FrenchBulk implements ClaimBulk {

    private final Function<ClaimIntake, Entry> reader;

    /// @param reader reads what came in
    FrenchBulk(Function<ClaimIntake, Entry> reader) {
        this.reader = reader;
    }

    @Override
    public Map<String, String> known(UnitOfWork work, Collection<String> origins) {
        return work.sql(connection -> {
            Map<String, String> known = new HashMap<>();
            Rows.list(connection, "SELECT origine, numero FROM fr.numeros_des_origines(?)",
                    row -> known.put(row.getString("origine"), row.getString("numero")),
                    Table.array(connection, "text", new ArrayList<>(origins)));
            return known;
        });
    }

    @Override
    public Chunk receive(UnitOfWork work, List<ClaimIntake> intakes) {
        return work.sql(connection -> {
            List<@Nullable Long> people = intakes.stream().map(intake -> FrenchClaimRecords.key(intake.member()).orElse(null)).toList();
            Map<Long, LocalDate> births = locked(connection, people.stream().filter(Objects::nonNull).distinct().toList());
            List<Received> received = new ArrayList<>();
            List<ChunkClaim> written = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < intakes.size(); i++) {
                Entry entry = reader.apply(intakes.get(i));
                Long person = people.get(i);
                if (!entry.problems().isEmpty()) {
                    received.add(new Received.Refused(entry.problems()));
                } else if (person == null || !births.containsKey(person)) {
                    received.add(new Received.Refused(List.of(new FieldProblem("member", UserMessage.of("fr.claim.error.member")))));
                } else {
                    places.add(i);
                    received.add(new Received.Refused(List.of()));
                    written.add(new ChunkClaim(person, entry, intakes.get(i).origin()));
                }
            }
            Set<Care> care = Care.known(connection, written);
            write(connection, written);
            for (int i = 0; i < written.size(); i++) {
                received.set(places.get(i), new Received.Written(Long.toString(written.get(i).number())));
            }
            return new FrenchChunk(work, received, written, births, care);
        });
    }

    /// Locks these people in one order until the transaction ends: nobody else writes their counters.
    private static Map<Long, LocalDate> locked(Connection connection, List<Long> people) throws SQLException {
        Map<Long, LocalDate> births = new HashMap<>();
        Rows.list(connection, "SELECT numero, date_naissance FROM fr.personne WHERE numero = ANY (?) ORDER BY numero FOR NO KEY UPDATE",
                row -> births.put(row.getLong("numero"), row.getObject("date_naissance", LocalDate.class)),
                Table.array(connection, "bigint", new ArrayList<>(people)));
        return births;
    }

    private static void write(Connection connection, List<ChunkClaim> claims) throws SQLException {
        if (claims.isEmpty()) {
            return;
        }
        Table heads = new Table("bigint", "date", "text", "text");
        Table acts = new Table("integer", "integer", "text", "date", "date", "integer", "text", "bigint", "bigint", "integer", "bigint",
                "text", "boolean", "text", "text", "bigint", "integer", "bigint");
        for (int i = 0; i < claims.size(); i++) {
            Entry entry = claims.get(i).entry();
            heads.add(claims.get(i).person(), entry.received(), entry.invoice(), claims.get(i).origin());
            int rank = 0;
            for (EnteredAct act : entry.acts()) {
                acts.add(ClaimStore.row(act, i + 1, ++rank));
            }
        }
        Array numbers = Rows.first(connection, "SELECT fr.recevoir(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row -> row.getArray(1), acts.arguments(connection, heads.arguments(connection))).orElseThrow();
        Long[] all = (Long[]) numbers.getArray();
        for (int i = 0; i < all.length; i++) {
            claims.get(i).numbered(all[i]);
        }
    }
}
