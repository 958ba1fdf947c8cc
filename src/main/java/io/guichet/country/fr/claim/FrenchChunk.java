package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.StoredSteps;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimBulk;
import io.guichet.country.claim.ClaimBulk.Assessed;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.MissingPapers;
import io.guichet.country.claim.Received;
import io.guichet.country.fr.adjudication.Outcome;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.claim.CounterBook.Counter;
import io.guichet.country.fr.sql.Rows;
import io.guichet.platform.database.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Statements that came in together, between their arrival and their decision. Their people are locked.
final class FrenchChunk implements ClaimBulk.Chunk {

    private final UnitOfWork work;
    private final List<Received> received;
    private final List<ChunkClaim> claims;
    private final Map<Long, LocalDate> births;
    private final Set<Care> care;
    private final Moves moves = new Moves();

    /// @param claims those that were written, in their order
    /// @param births of the people, by number
    /// @param care   of the claims, in as far as statements had it before them
    FrenchChunk(UnitOfWork work, List<Received> received, List<ChunkClaim> claims, Map<Long, LocalDate> births, Set<Care> care) {
        this.work = work;
        this.received = List.copyOf(received);
        this.claims = claims;
        this.births = births;
        this.care = new HashSet<>(care);
    }

    @Override
    public List<Received> received() {
        return received;
    }

    @Override
    public List<Assessed> assess(Predicate<Assessment> accepted) {
        return claims.isEmpty() ? List.of() : work.sql(connection -> assess(connection, accepted));
    }

    private List<Assessed> assess(Connection connection, Predicate<Assessment> accepted) throws SQLException {
        ChunkCovers covers = new ChunkCovers(connection, births);
        Map<Long, CounterBook> books = books(connection);
        Set<Long> payable = payable(connection);
        Map<Long, List<String>> alike = alike(connection);
        List<Assessed> assessed = new ArrayList<>();
        for (ChunkClaim claim : claims) {
            Covers cover = covers.of(claim.person());
            CounterBook book = Objects.requireNonNull(books.get(claim.person()));
            Set<Integer> twice = claim.acts().stream().filter(act -> care.contains(Care.of(claim, act))).map(StoredAct::rank)
                    .collect(Collectors.toSet());
            Assessment assessment = new Assessor(claim.acts(), cover, book, new Findings(ClaimStore.isEntered(claim.origin()),
                    claim.acts(), new Beside(twice, alike.getOrDefault(claim.number(), List.of()), payable.contains(claim.person())))).assess();
            claim.acts().forEach(act -> care.add(Care.of(claim, act)));
            boolean accept = accepted.test(assessment);
            if (accept) {
                claim.accept(assessment.decision());
                moves.use(claim, assessment.decision(), cover, book);
            }
            assessed.add(new Assessed(Long.toString(claim.number()), assessment, accept));
        }
        return assessed;
    }

    private record Beside(Set<Integer> twice, List<String> alike, boolean payable) implements Findings.Surroundings {
        @Override
        public List<Finding> lacking(MissingPapers papers) {
            return papers.all();
        }
    }

    /// Kinds of what these claims and others before them are both recognised by, in their order.
    private Map<Long, List<String>> alike(Connection connection) throws SQLException {
        Map<Long, List<String>> alike = new HashMap<>();
        Rows.list(connection, "SELECT claim, kind FROM reimbursement.alike_many('FR', ?) ORDER BY kind",
                row -> alike.computeIfAbsent(row.getLong("claim"), claim -> new ArrayList<>()).add(row.getString("kind")),
                Table.array(connection, "text", claims.stream().<Object>map(ChunkClaim::number).toList()));
        return alike;
    }

    private Map<Long, CounterBook> books(Connection connection) throws SQLException {
        Map<Long, List<Counter>> counters = new HashMap<>();
        births.keySet().forEach(person -> counters.put(person, new ArrayList<>()));
        Rows.list(connection, "SELECT numero, personne, code, utilise, debut, fin FROM fr.compteurs_ouverts(?)",
                row -> Objects.requireNonNull(counters.get(row.getLong("personne"))).add(Counters.counter(row)), people(connection));
        Map<Long, CounterBook> books = new HashMap<>();
        births.forEach((person, birth) -> books.put(person, new CounterBook(birth, Objects.requireNonNull(counters.get(person)))));
        return books;
    }

    private Array people(Connection connection) throws SQLException {
        return Table.array(connection, "bigint", new ArrayList<>(births.keySet()));
    }

    /// Who has an account to pay to: their own, or one of somebody who brings them the insurance.
    private Set<Long> payable(Connection connection) throws SQLException {
        return new HashSet<>(Rows.list(connection, """
                SELECT b.personne FROM fr.compte_bancaire b WHERE b.personne = ANY (?) AND b.iban IS NOT NULL
                UNION
                SELECT a.personne FROM fr.affiliation a JOIN fr.compte_bancaire b ON b.personne = a.assure AND b.iban IS NOT NULL
                WHERE a.personne = ANY (?)
                """, row -> row.getLong(1), people(connection), people(connection)));
    }

    @Override
    public void settle(Collection<String> pended) {
        work.sql(connection -> {
            Table acts = new Table("bigint", "integer", "bigint", "integer", "bigint", "bigint", "bigint", "text", "text");
            for (ChunkClaim claim : claims) {
                ClaimDecision decision = claim.accepted();
                for (int i = 0; decision != null && i < claim.acts().size(); i++) {
                    LineDecision line = decision.lines().get(i);
                    Outcome outcome = Outcome.of(line);
                    acts.add(claim.number(), claim.acts().get(i).rank(), outcome.base(), outcome.percent(), line.publicPaid().minor(),
                            line.insurerPaid().minor(), line.memberPays().minor(), outcome.motive(), StoredSteps.write(line.steps()));
                }
            }
            Rows.list(connection, "SELECT fr.liquider(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row -> "",
                    acts.arguments(connection, Table.array(connection, "bigint", pended.stream().<Object>map(Long::valueOf).toList())));
            moves.write(connection);
            return moves;
        });
    }
}
