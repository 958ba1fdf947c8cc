package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.Amendments;
import io.guichet.contract.Contracts;
import io.guichet.contract.SaveDraft;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever is covered through the head of a family is so while the head is, whatever amendments come and go, in every country.
class FamiliesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final Clock CLOCK = Clock.fixed(Household.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final Countries COUNTRIES = Countries.load();
    private static final LocalDate WINTER = LocalDate.of(2027, 1, 1);
    private static final LocalDate SUMMER = LocalDate.of(2027, 7, 1);

    private final Amendments amendments = Components.over(DATABASE.as("care"), COUNTRIES, CLOCK).amendments();
    private final Contracts contracts = Components.over(DATABASE.as("care"), COUNTRIES, CLOCK).contracts();

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            for (Country country : COUNTRIES.all()) {
                country.sample().write(owner, new SampleRequest(60, 0, 4), members -> { });
            }
            owner.commit();
        }
        DATABASE.run("UPDATE contract.amendment_kind SET documents = '{}'");
    }

    private record Family(FileRef contract, CoveredPerson head, CoveredPerson dependant) {
    }

    /// A head and somebody of the family, both covered without an end.
    private Family family(Country country) {
        for (String contract : DATABASE.query("SELECT reference FROM contract.entry WHERE country = ? ORDER BY reference", country.code().value())) {
            FileRef ref = new FileRef(country.code(), FileKind.CONTRACT, contract);
            List<CoveredPerson> people = contracts.people(ref, WINTER, "", null, 50).rows();
            for (int i = 1; i < people.size(); i++) {
                CoveredPerson head = people.get(i - 1);
                CoveredPerson dependant = people.get(i);
                if (head.head() && !dependant.head() && head.to() == null && dependant.to() == null
                        && head.from().isBefore(WINTER) && dependant.from().isBefore(WINTER)) {
                    return new Family(ref, head, dependant);
                }
            }
        }
        throw new AssertionError("no family in " + country.code());
    }

    private AmendmentDetails draft(Family family, String kind, LocalDate day, FileRef subject, Map<String, String> typed) {
        AmendmentKind known = amendments.kinds(family.contract().country()).stream().filter(each -> each.code().equals(kind)).findFirst()
                .orElseThrow();
        Map<String, @Nullable String> values = new HashMap<>(typed);
        for (FieldSpec field : AmendmentRules.fields(known)) {
            if (field.type() instanceof FieldType.Choice choice && field.required()) {
                values.putIfAbsent(field.key(), choice.options().getFirst());
            }
        }
        return done(amendments.save(new SaveDraft(family.contract().country(), null, 0,
                new AmendmentOrder(family.contract().reference(), kind, day, subject, FieldValues.of(values), false), "")));
    }

    private AmendmentDetails applied(AmendmentDetails draft) {
        return done(amendments.apply(draft.row().ref(), draft.version()));
    }

    private Outcome<AmendmentDetails> cancel(AmendmentDetails applied) {
        return amendments.cancel(applied.row().ref(), applied.version(), "mistake");
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static List<String> problems(List<FieldProblem> problems) {
        return problems.stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    private static List<String> problems(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return problems(((Outcome.Invalid<?>) outcome).problems());
    }

    @Test
    void nobodyStaysWithoutTheHeadWhenAnAmendmentIsTakenBack() {
        for (Country country : COUNTRIES.all()) {
            if (country.contracts().isEmpty()) {
                continue;
            }
            Family family = family(country);
            AmendmentDetails dependant = applied(draft(family, "terminate", WINTER, family.dependant().member(), Map.of()));
            AmendmentDetails head = applied(draft(family, "terminate", SUMMER, family.head().member(), Map.of()));

            assertThat(problems(cancel(dependant))).as("%s", country.code()).containsExactly("amendment contract.error.withoutHead");
            assertThat(amendments.find(dependant.row().ref()).orElseThrow().version()).as("nothing is half done").isEqualTo(dependant.version());

            done(cancel(head));
            done(cancel(dependant));
            assertThat(family(country)).as("all as it was").isEqualTo(family);
        }
    }

    @Test
    void nobodyStaysLongerThanTheHeadByOtherDates() {
        for (Map.Entry<String, String> last : Map.of("FR", "fr.amendment.memberDates.to", "ES", "es.amendment.memberDates.until").entrySet()) {
            Country country = COUNTRIES.all().stream().filter(each -> each.code().value().equals(last.getKey())).findFirst().orElseThrow();
            Family family = family(country);
            AmendmentDetails head = applied(draft(family, "terminate", SUMMER, family.head().member(), Map.of()));

            AmendmentDetails longer = draft(family, "memberDates", WINTER, family.dependant().member(), Map.of(last.getValue(), "2027-12-31"));
            assertThat(problems(amendments.preview(longer.row().ref()).problems())).as(last.getKey())
                    .containsExactly("subject contract.error.withoutHead");
            assertThat(problems(amendments.apply(longer.row().ref(), longer.version()))).containsExactly("subject contract.error.withoutHead");
            done(cancel(head));
        }
    }

    @Test
    void peopleAreFoundByAllTheirNamesInAnyOrder() {
        for (Country country : COUNTRIES.all()) {
            if (country.contracts().isEmpty()) {
                continue;
            }
            Family family = family(country);
            String name = family.dependant().name().toLowerCase(Locale.ROOT);
            String turned = name.substring(name.indexOf(' ') + 1) + "  " + name.substring(0, 2);
            assertThat(contracts.people(family.contract(), WINTER, name, null, 50).rows()).as(name).contains(family.dependant());
            assertThat(contracts.people(family.contract(), WINTER, turned, null, 50).rows()).as(turned).contains(family.dependant());
            assertThat(contracts.people(family.contract(), WINTER, name + " xyz", null, 50).rows()).isEmpty();
        }
    }
}
