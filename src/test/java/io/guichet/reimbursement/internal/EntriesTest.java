package io.guichet.reimbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guichet.audit.internal.BulkLoad;
import io.guichet.bootstrap.Components;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.document.DocumentRow;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.reimbursement.Entries;
import io.guichet.reimbursement.Entries.Entry;
import io.guichet.reimbursement.Entries.Rehearsal;
import io.guichet.reimbursement.Entries.Typed;
import io.guichet.reimbursement.Intake.Taken;
import io.guichet.testing.Papers;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Claims that people enter, in every country that keeps any.
class EntriesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int MEMBERS = 60;
    private static final int CLAIMS = 300;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final FieldValues NOTHING = FieldValues.of(Map.of());

    private static Components clerk;
    private static Components colleague;
    private static int entered;

    static Stream<Arguments> countries() {
        return Countries.load().all().stream().filter(country -> country.claims().isPresent()).map(each -> arguments(each.code(), each));
    }

    @BeforeAll
    static void populate() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            BulkLoad.begin(connection);
            for (Country country : Countries.load().all()) {
                if (country.claims().isPresent()) {
                    country.sample().write(connection, new SampleRequest(MEMBERS, CLAIMS, 5), members -> { });
                }
            }
            connection.commit();
        }
        DATABASE.run("ANALYZE");
        clerk = Components.over(DATABASE.as("operations"), Countries.load(), CLOCK);
        colleague = Components.over(DATABASE.as("lead"), Countries.load(), CLOCK);
    }

    private static FileRef member(Country country) {
        return DATABASE.query("SELECT DISTINCT reference FROM directory.entry WHERE country = ? AND kind = 'member' ORDER BY 1",
                        country.code().value()).stream().map(reference -> new FileRef(country.code(), FileKind.MEMBER, reference))
                .filter(member -> clerk.entries().begin(member, TODAY).isPresent()
                        && !clerk.memberPlans().find(member, TODAY).isEmpty()).findFirst().orElseThrow();
    }

    /// What is known, and of what must be said besides, the first that can be.
    private static FieldValues filled(List<FieldSpec> specs, FieldValues known) {
        FieldValues values = NOTHING;
        for (FieldSpec spec : specs) {
            String value = known.get(spec.key()).orElse(null);
            if (value == null && spec.required()) {
                value = spec.type() instanceof FieldType.Choice(List<String> options) ? options.getFirst() : "2026";
            }
            values = values.with(spec.key(), value);
        }
        return values;
    }

    private static List<FieldSpec> fields(List<FieldGroup> groups) {
        return groups.stream().flatMap(group -> group.fields().stream()).toList();
    }

    private static Entry entry(Country country, FileRef member, String charged, @Nullable ClaimFile revised, Paper... papers) {
        ClaimForm form = country.claims().orElseThrow().form();
        FieldValues known = clerk.entries().begin(member, TODAY).orElseThrow();
        Act act = country.adjudication().orElseThrow().acts(TODAY).getFirst();
        FieldValues line = filled(fields(form.line()), known).with(form.act(), act.code()).with(form.careDay(), TODAY.toString())
                .with(form.charged(), charged);
        return new Entry(member, revised, new ClaimIntake(member.reference(), filled(fields(form.claim()), known), List.of(line),
                "entry:" + ++entered), List.of(papers));
    }

    private static Paper paper(String type, String text) {
        return new Paper(type, text + ".pdf", "application/pdf", Papers.pdf(text));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static List<String> claims(FileRef member) {
        return DATABASE.query("SELECT claim FROM reimbursement.work WHERE country = ? AND member = ? ORDER BY 1",
                member.country().value(), member.reference());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void aClaimIsRehearsedWithoutATraceAndStoredWithItsPapersOnce(Object code, Country country) {
        FileRef member = member(country);
        Entry entry = entry(country, member, "31.00", null, paper("invoice", "a" + code), paper("letter", "b" + code));
        List<String> before = claims(member);
        Rehearsal told = done(clerk.entries().rehearse(entry));
        assertThat(told.assessment().decision().charged()).hasToString("31.00");
        assertThat(claims(member)).isEqualTo(before);
        assertThat(DATABASE.query("SELECT count(*) FROM document.document WHERE name LIKE ?", "_" + code + ".pdf")).containsExactly("0");

        Taken taken = done(clerk.entries().enter(entry));
        assertThat(taken.known()).isFalse();
        assertThat(taken.decided().state()).isEqualTo(told.decidedAtOnce() ? ClaimState.ACCEPTED : ClaimState.PENDED);
        FileRef claim = taken.decided().claim();
        clerk.decisions().open(claim).orElseThrow();
        assertThat(clerk.documents().of(claim, 9)).extracting(DocumentRow::type).containsExactlyInAnyOrder("invoice", "letter");

        Taken again = done(clerk.entries().enter(entry));
        assertThat(again.known()).isTrue();
        assertThat(again.decided().claim()).isEqualTo(claim);
        assertThat(clerk.documents().of(claim, 9)).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void withOnePaperTwiceNothingIsStored(Object code, Country country) {
        FileRef member = member(country);
        List<String> before = claims(member);
        Entry twice = entry(country, member, "32.00", null, paper("invoice", "same"), paper("letter", "same"));
        assertThat(clerk.entries().enter(twice)).isInstanceOfSatisfying(Outcome.Invalid.class,
                refused -> assertThat(refused.problems().toString()).contains("papers"));
        assertThat(claims(member)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void whatAColleagueChangedMeanwhileIsNotOverwritten(Object code, Country country) {
        FileRef member = member(country);
        // Dear enough that it waits.
        FileRef claim = done(clerk.entries().enter(entry(country, member, "30000.00", null))).decided().claim();
        ClaimForm form = country.claims().orElseThrow().form();
        ClaimFile mine = clerk.entries().open(claim).orElseThrow();
        ClaimFile theirs = colleague.entries().open(claim).orElseThrow();

        done(colleague.entries().enter(entry(country, member, "30001.00", theirs)));
        Outcome<Taken> late = clerk.entries().enter(entry(country, member, "30002.00", mine));
        assertThat(late).isInstanceOf(Outcome.Conflict.class);
        List<FieldChange> changes = ((Outcome.Conflict<Taken>) late).changes();
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.field()).isEqualTo("lines[0]." + form.charged());
            assertThat(change.before()).isEqualTo("30000.00");
            assertThat(change.after()).isEqualTo("30001.00");
            assertThat(change.by()).isEqualTo("lead");
        });

        ClaimFile fresh = clerk.entries().open(claim).orElseThrow();
        done(clerk.entries().enter(entry(country, member, "30002.00", fresh)));
        assertThat(clerk.entries().open(claim).orElseThrow().lines().getFirst().get(form.charged())).contains("30002.00");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void aDraftIsItsAuthorsAlone(Object code, Country country) {
        FileRef member = member(country);
        Typed typed = new Typed(FieldValues.of(Map.of("a", "1")), List.of(FieldValues.of(Map.of("b", "12,3x"))));
        clerk.entries().keep(member, null, new Typed(NOTHING, List.of()));
        clerk.entries().keep(member, null, typed);
        assertThat(clerk.entries().draft(member, null).orElseThrow().typed()).isEqualTo(typed);
        assertThat(clerk.entries().draft(member, new FileRef(country.code(), FileKind.CLAIM, "1"))).isEmpty();
        assertThat(colleague.entries().begin(member, TODAY)).isPresent();
        assertThat(colleague.entries().draft(member, null)).isEmpty();
        clerk.entries().forget(member, null);
        assertThat(clerk.entries().draft(member, null)).isEmpty();
        assertThat(DATABASE.query("SELECT count(*) FROM audit.trail WHERE table_name = 'draft'")).containsExactly("0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countries")
    void whoDecidesNoClaimsEntersNone(Object code, Country country) {
        FileRef member = member(country);
        Entries care = Components.over(DATABASE.as("care"), Countries.load(), CLOCK).entries();
        assertThat(care.begin(member, TODAY)).isEmpty();
        assertThat(care.enter(entry(country, member, "33.00", null))).isInstanceOf(Outcome.Denied.class);
    }
}
