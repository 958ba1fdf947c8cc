package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.bootstrap.Components;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.SaveDraft;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Product;
import io.guichet.country.field.FieldValues;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/// Whatever is drafted, previewed, applied, cancelled and discarded: a country's tables are what a replay of the
/// amendments in force makes of the beginning.
class AmendmentSequencesTest {

    @RegisterExtension
    static final TestDatabase LIVED = new TestDatabase();
    @RegisterExtension
    static final TestDatabase REPLAYED = new TestDatabase();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final int MEMBERS = 60;
    private static final int STEPS = 20;
    private static final int SEEDS = 2;

    private static Components lived;
    private static Components replayed;
    private static Database care;

    @BeforeAll
    static void populate() throws SQLException {
        for (TestDatabase database : List.of(LIVED, REPLAYED)) {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                BulkLoad.begin(connection);
                for (Country country : amending()) {
                    country.sample().write(connection, new SampleRequest(MEMBERS, MEMBERS, 3), members -> { });
                }
                connection.commit();
            }
        }
        care = LIVED.as("care");
        lived = Components.over(care, Countries.load(), CLOCK);
        replayed = Components.over(REPLAYED.as("care"), Countries.load(), CLOCK);
    }

    private static List<Country> amending() {
        return Countries.load().all().stream().filter(country -> country.contracts().isPresent()).toList();
    }

    static Stream<Arguments> sequences() {
        return amending().stream().flatMap(country -> Stream.iterate(1, seed -> seed + 1).limit(SEEDS)
                .map(seed -> Arguments.of(country.code().value(), seed)));
    }

    /// An amendment in force: what was asked, whom it made, and how things stood before it, null when an earlier one was
    /// cancelled since.
    private record InForce(AmendmentDetails amendment, AmendmentOrder order, @Nullable FileRef newcomer,
                           @Nullable List<String> before) {
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("sequences")
    void theStateIsTheReplayOfWhatIsInForce(String code, int seed) {
        Country country = amending().stream().filter(each -> each.code().value().equals(code)).findFirst().orElseThrow();
        Tables tables = new Tables(country.code());
        Random random = new Random(seed);
        FileRef contract = contract(country, random);
        List<Product> products = care.read(work -> country.contracts().orElseThrow().products(work, TODAY));
        RandomOrders orders = new RandomOrders(random, country.contracts().orElseThrow().amendments(), products);
        List<String> beginning = tables.rows(LIVED);
        List<String> known = contracts(LIVED, country);
        List<InForce> inForce = new ArrayList<>();
        int applied = 0;
        for (int step = 0; step < STEPS; step++) {
            List<String> before = tables.rows(LIVED);
            if (!inForce.isEmpty() && random.nextInt(4) == 0) {
                cancel(tables, inForce, random.nextInt(inForce.size()), before);
                continue;
            }
            AmendmentDetails draft = draft(lived, orders.next(contract.reference(), people(contract)), country);
            if (draft == null) {
                continue;
            }
            lived.amendments().preview(draft.row().ref());
            assertThat(tables.rows(LIVED)).as("a preview of %s changes nothing", draft.order().kind()).isEqualTo(before);
            if (random.nextInt(6) == 0) {
                assertThat(lived.amendments().discard(draft.row().ref(), draft.version())).isInstanceOf(Outcome.Done.class);
            } else if (apply(lived, draft) instanceof Outcome.Done<AmendmentDetails>(AmendmentDetails now)) {
                inForce.add(new InForce(now, draft.order(), draft.order().subject() == null ? now.row().subject() : null, before));
                applied++;
                continue;
            }
            assertThat(tables.rows(LIVED)).as("%s was not applied", draft.order().kind()).isEqualTo(before);
        }
        assertThat(applied).as("orders that were applied").isGreaterThan(STEPS / 8);
        replay(tables, country, inForce, known);
        for (int last = inForce.size() - 1; last >= 0; last--) {
            assertThat(cancel(tables, inForce, last, tables.rows(LIVED))).as("nothing is built on the last one").isTrue();
        }
        assertThat(tables.rows(LIVED)).as("all cancelled").isEqualTo(beginning);
    }

    private static boolean cancel(Tables tables, List<InForce> inForce, int which, List<String> before) {
        InForce chosen = inForce.get(which);
        boolean last = which == inForce.size() - 1;
        Outcome<AmendmentDetails> outcome = lived.amendments()
                .cancel(chosen.amendment().row().ref(), chosen.amendment().version(), "tried");
        if (outcome instanceof Outcome.Done) {
            inForce.remove(which);
            if (last && chosen.before() != null) {
                assertThat(tables.rows(LIVED)).as("%s cancelled", chosen.order().kind()).isEqualTo(chosen.before());
            } else if (!last) {
                inForce.replaceAll(each -> new InForce(each.amendment(), each.order(), each.newcomer(),
                        inForce.indexOf(each) < which ? each.before() : null));
            }
            return true;
        }
        assertThat(last).as("%s: %s", chosen.order().kind(), outcome).isFalse();
        assertThat(tables.rows(LIVED)).as("a cancellation that is refused changes nothing").isEqualTo(before);
        return false;
    }

    /// A fresh copy, in which only what is in force was ever asked for.
    private static void replay(Tables tables, Country country, List<InForce> inForce, List<String> known) {
        Map<String, String> here = new HashMap<>();
        Map<String, String> there = new HashMap<>();
        Map<FileRef, FileRef> same = new HashMap<>();
        List<AmendmentDetails> done = new ArrayList<>();
        for (InForce each : inForce) {
            AmendmentOrder asked = each.order();
            FileRef subject = asked.subject();
            FieldValues values = asked.values();
            for (Map.Entry<FileRef, FileRef> newcomer : same.entrySet()) {
                for (Map.Entry<String, String> value : asked.values().asMap().entrySet()) {
                    if (value.getValue().equals(newcomer.getKey().reference())) {
                        values = values.with(value.getKey(), newcomer.getValue().reference());
                    }
                }
            }
            AmendmentDetails draft = draft(replayed, new AmendmentOrder(asked.contract(), asked.kind(), asked.effective(),
                    subject == null ? null : same.getOrDefault(subject, subject), values, asked.stranger()), country);
            Outcome<AmendmentDetails> outcome = apply(replayed, draft);
            assertThat(outcome).as("%s can be replayed", asked.kind()).isInstanceOf(Outcome.Done.class);
            AmendmentDetails now = ((Outcome.Done<AmendmentDetails>) outcome).value();
            done.add(now);
            if (each.newcomer() != null) {
                FileRef twin = now.row().subject();
                same.put(each.newcomer(), twin);
                here.put(each.newcomer().reference(), "newcomer" + here.size());
                there.put(twin.reference(), "newcomer" + there.size());
            }
        }
        contracts(LIVED, country).stream().filter(each -> !known.contains(each))
                .forEach(made -> here.put(made, "newcomer" + here.size()));
        contracts(REPLAYED, country).stream().filter(each -> !known.contains(each))
                .forEach(made -> there.put(made, "newcomer" + there.size()));
        assertThat(tables.comparable(LIVED, here)).as("%s in force", inForce.size()).isEqualTo(tables.comparable(REPLAYED, there));
        for (AmendmentDetails each : done.reversed()) {
            assertThat(replayed.amendments().cancel(each.row().ref(), each.version(), "replayed")).isInstanceOf(Outcome.Done.class);
        }
    }

    /// In the order they were made: who continues alone gets a policy of their own, and a cancelled one keeps its number.
    private static List<String> contracts(TestDatabase database, Country country) {
        return database.query("SELECT reference FROM contract.entry WHERE country = ? ORDER BY id", country.code().value());
    }

    /// A contract that covers some people.
    private static FileRef contract(Country country, Random random) {
        List<FileRef> found = LIVED.query("SELECT reference FROM contract.entry WHERE country = ? AND valid_to IS NULL"
                + " AND suspended_from IS NULL AND valid_from < '2026-01-01' ORDER BY reference", country.code().value()).stream()
                .map(reference -> new FileRef(country.code(), FileKind.CONTRACT, reference))
                .filter(contract -> people(contract).size() > 2).toList();
        assertThat(found).as("contracts of %s that cover somebody", country.code()).isNotEmpty();
        return found.get(random.nextInt(found.size()));
    }

    private static List<FileRef> people(FileRef contract) {
        return lived.contracts().people(contract, LocalDate.of(2026, 8, 1), "", null, 20).rows().stream()
                .map(CoveredPerson::member).distinct().toList();
    }

    private static @Nullable AmendmentDetails draft(Components of, AmendmentOrder order, Country country) {
        return of.amendments().save(new SaveDraft(country.code(), null, 0, order, ""))
                instanceof Outcome.Done<AmendmentDetails>(AmendmentDetails draft) ? draft : null;
    }

    /// With all the papers it needs.
    private static Outcome<AmendmentDetails> apply(Components of, AmendmentDetails draft) {
        for (String type : draft.missing()) {
            of.documents().attach(draft.row().ref(), type, type + ".txt", type.getBytes(StandardCharsets.UTF_8));
        }
        Outcome<AmendmentDetails> outcome = of.amendments().apply(draft.row().ref(), draft.version());
        assertThat(outcome).as("%s writes what its kind says", draft.order().kind()).isNotInstanceOf(Outcome.Denied.class);
        return outcome;
    }
}
