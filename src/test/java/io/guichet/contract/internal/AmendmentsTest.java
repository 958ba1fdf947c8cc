package io.guichet.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.Components;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.Amendments;
import io.guichet.contract.FollowUp;
import io.guichet.contract.PremiumCorrection;
import io.guichet.contract.SaveDraft;
import io.guichet.country.Countries;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.field.FieldValues;
import io.guichet.directory.MemberEvent;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Connections;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A draft has no effect; applied it holds; cancelled it never was.
class AmendmentsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    private static ScratchContracts contracts;
    private static Countries countries;
    private static Database database;
    private static Amendments care;
    private static Amendments colleague;

    @BeforeAll
    static void create() {
        Scratch.create(DATABASE);
        contracts = new ScratchContracts();
        countries = AmendedCountry.among(ScratchContracts.CODE, contracts);
        database = DATABASE.as("care.zz");
        care = amendments(database);
        colleague = amendments(DATABASE.as("lead"));
    }

    private static Amendments amendments(Database of) {
        return Components.over(of, countries, CLOCK).amendments();
    }

    @BeforeEach
    void empty() {
        DATABASE.run("TRUNCATE contract.amendment, contract.effect, contract.follow_up, contract.working, zz.stay, zz.post, zz.newcomer");
        DATABASE.run("UPDATE zz.terms SET choice = 'A', ends = NULL, people = 0");
        DATABASE.run("INSERT INTO zz.stay (pact, person, since) VALUES ('T000001', 'P1', '2025-01-01'), ('T000001', 'P2', '2025-01-01')");
        contracts.claims.clear();
        contracts.careful = true;
    }

    private static FileRef member(String code) {
        return new FileRef(ScratchContracts.CODE, FileKind.MEMBER, code);
    }

    private static AmendmentOrder order(String kind, LocalDate day, @Nullable FileRef subject, Map<String, String> values) {
        return new AmendmentOrder("T000001", kind, day, subject, FieldValues.of(values), false);
    }

    private static AmendmentOrder option(LocalDate day, String choice) {
        return order("option", day, member("P1"), Map.of("zz.amendment.option.choice", choice));
    }

    private static AmendmentOrder enrol(String name, String number) {
        return order("enrol", SEPTEMBER, null, Map.of("zz.member.name", name, "zz.member.birthDate", "1980-02-03",
                "zz.amendment.enrol.number", number));
    }

    private static AmendmentDetails draft(AmendmentOrder order) {
        return done(care.save(new SaveDraft(ScratchContracts.CODE, null, 0, order, "a note")));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static AmendmentDetails apply(AmendmentDetails draft) {
        return done(care.apply(draft.row().ref(), draft.version()));
    }

    private static List<String> problems(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid<?>) outcome).problems().stream()
                .map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    private static String state() {
        return DATABASE.query("SELECT string_agg(concat_ws(' ', person, choice, since, until), ';' ORDER BY person, since) FROM zz.stay").getFirst();
    }

    private static TouchedClaim claim(String number, String person, LocalDate day, ClaimLine.State state) {
        TouchedClaim claim = new TouchedClaim(new FileRef(ScratchContracts.CODE, FileKind.CLAIM, number), number, member(person), day, state);
        contracts.claims.add(claim);
        return claim;
    }

    @Test
    void aDraftMayBeUnfinishedIsSeenByColleaguesAndChangesNothing() {
        String before = state();
        AmendmentDetails draft = draft(order("enrol", SEPTEMBER, null, Map.of("zz.member.name", "Zoe")));

        assertThat(draft.row().state()).isEqualTo(AmendmentRow.State.DRAFT);
        assertThat(draft.row().name()).isEqualTo("Zoe");
        assertThat(draft.editable()).isTrue();
        assertThat(colleague.drafts(10)).extracting(AmendmentRow::ref).containsExactly(draft.row().ref());
        AmendmentDetails seen = colleague.find(draft.row().ref()).orElseThrow();
        assertThat(seen.note()).isEqualTo("a note");
        assertThat(seen.order().values().get("zz.member.name")).contains("Zoe");
        AmendmentDetails resumed = done(colleague.save(new SaveDraft(ScratchContracts.CODE, draft.row().ref(), seen.version(),
                order("enrol", SEPTEMBER, null, Map.of("zz.member.name", "Zoé")), "")));
        assertThat(resumed.version()).isEqualTo(2);
        assertThat(resumed.row().by()).isEqualTo("lead");
        assertThat(care.save(new SaveDraft(ScratchContracts.CODE, draft.row().ref(), 1, option(SEPTEMBER, "B"), "")))
                .isEqualTo(new Outcome.Conflict<>(2, List.of()));
        assertThat(problems(care.save(new SaveDraft(ScratchContracts.CODE, null, 0,
                order("enrol", LocalDate.of(1, 1, 1), null, Map.of("zz.member.birthDate", "yesterday")), "x".repeat(2001)))))
                .containsExactly("effective contract.error.effective", "zz.member.birthDate country.error.day", "note country.error.tooLong");
        assertThat(care.save(new SaveDraft(ScratchContracts.CODE, null, 0, new AmendmentOrder("T9", "option", SEPTEMBER, null,
                FieldValues.of(Map.of()), false), ""))).isInstanceOf(Outcome.Denied.class);
        assertThat(problems(care.apply(draft.row().ref(), 2))).containsExactly("zz.member.birthDate country.error.required");
        assertThat(state()).isEqualTo(before);
        assertThat(done(care.discard(draft.row().ref(), 2)).row().state()).isEqualTo(AmendmentRow.State.DISCARDED);
        assertThat(care.discard(draft.row().ref(), 2)).isInstanceOf(Outcome.Conflict.class);
        assertThat(care.drafts(10)).isEmpty();
    }

    @Test
    void aPreviewSaysEverythingAndWritesNothing() {
        TouchedClaim open = claim("C1", "P1", SEPTEMBER.plusDays(3), ClaimLine.State.TO_DECIDE);
        TouchedClaim wrong = claim("C2", "P1", SEPTEMBER, ClaimLine.State.PAID);
        claim("C3", "P1", SEPTEMBER.minusDays(1), ClaimLine.State.PAID);
        claim("C4", "P2", SEPTEMBER, ClaimLine.State.DECIDED);
        AmendmentDetails draft = draft(option(SEPTEMBER, "B"));
        String before = DATABASE.query("SELECT count(*) || ' ' || (SELECT max(version) FROM contract.amendment) FROM contract.effect").getFirst() + state();

        AmendmentPreview preview = care.preview(draft.row().ref());

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.premiumBefore()).isEqualTo(Money.euros(2000));
        assertThat(preview.premiumAfter()).isEqualTo(Money.euros(3000));
        assertThat(preview.facts()).filteredOn(AmendmentPreview.Change::differs).singleElement().satisfies(change -> {
            assertThat(change.before().value()).isEqualTo("A");
            assertThat(change.after().value()).isEqualTo("B");
        });
        assertThat(preview.openClaims()).containsExactly(open);
        assertThat(preview.wrongClaims()).containsExactly(wrong);
        assertThat(preview.wrongPremiums()).containsExactly(new PremiumCorrection(YearMonth.of(2026, 9), Money.euros(1000)),
                new PremiumCorrection(YearMonth.of(2026, 10), Money.euros(1000)), new PremiumCorrection(YearMonth.of(2026, 11), Money.euros(1000)));
        assertThat(DATABASE.query("SELECT count(*) || ' ' || (SELECT max(version) FROM contract.amendment) FROM contract.effect").getFirst() + state())
                .isEqualTo(before);
        assertThat(care.preview(draft(option(LocalDate.of(2020, 1, 1), "B")).row().ref()).problems())
                .containsExactly(new FieldProblem("effective", UserMessage.of("zz.error.notCovered")));
        assertThat(care.preview(draft(order("option", SEPTEMBER, null, Map.of())).row().ref()).problems())
                .extracting(FieldProblem::field).containsExactly("subject", "zz.amendment.option.choice");
    }

    @Test
    void whatIsInTheFutureOrNoCoverMakesNothingWrong() {
        claim("C1", "P1", TODAY.plusMonths(4), ClaimLine.State.DECIDED);
        assertThat(care.preview(draft(option(TODAY.plusMonths(2), "B")).row().ref()).wrongPremiums()).isEmpty();
        claim("C2", "P1", SEPTEMBER, ClaimLine.State.PAID);
        AmendmentPreview address = care.preview(draft(order("address", SEPTEMBER, member("P1"),
                Map.of("zz.amendment.address.street", "Elm 1"))).row().ref());
        assertThat(address.wrongClaims()).isEmpty();
        assertThat(address.wrongPremiums()).isEmpty();
        AmendmentDetails structure = apply(draft(order("structure", SEPTEMBER, null, Map.of("zz.amendment.option.choice", "B"))));
        assertThat(care.followUps(structure.row().ref())).as("a structure decides no claim").isEmpty();
    }

    @Test
    void appliedItHoldsAndQueuesWhatItMadeWrong() {
        claim("C1", "P1", SEPTEMBER.plusDays(3), ClaimLine.State.RECEIVED);
        claim("C2", "P1", SEPTEMBER, ClaimLine.State.PAID);
        AmendmentDetails draft = draft(option(LocalDate.of(2026, 10, 15), "B"));
        apply(draft);
        AmendmentDetails applied = apply(draft(order("terminate", SEPTEMBER, member("P2"), Map.of("zz.amendment.terminate.reason", "left"))));
        claim("C5", "P2", SEPTEMBER, ClaimLine.State.REJECTED);

        assertThat(applied.row().state()).isEqualTo(AmendmentRow.State.APPLIED);
        assertThat(state()).isEqualTo("P1 A 2025-01-01 2026-10-14;P1 B 2026-10-15;P2 A 2025-01-01 2026-08-31");
        assertThat(care.followUps(draft.row().ref())).extracting(each -> each.kind() + " " + each.number() + " " + each.day() + " " + each.amount())
                .as("a change in October is charged from November on").containsExactly("CORRECT_PREMIUM T000001 2026-11-01 10.00");
        assertThat(care.openFollowUps(10)).extracting(each -> each.day() + " " + each.amount())
                .containsExactly("2026-11-01 10.00", "2026-09-01 -10.00", "2026-10-01 -10.00", "2026-11-01 -10.00");
        assertThat(care.of(member("P1"), 10)).extracting(AmendmentRow::ref).containsExactly(draft.row().ref());
        assertThat(care.of(applied.row().contract(), 10)).hasSize(2);
        assertThat(care.of(new FileRef(ScratchContracts.CODE, FileKind.COMPANY, "G000001"), 10)).hasSize(2);
        List<MemberEvent> events = new AmendmentEvents(database).of(member("P1"), Instant.now(), 10);
        assertThat(events).singleElement().satisfies(event -> assertThat(event.what().key()).isEqualTo("contract.event.applied"));
        assertThat(care.apply(draft.row().ref(), draft.version())).isEqualTo(new Outcome.Conflict<>(2, List.of()));
        assertThat(problems(care.apply(draft(order("structure", SEPTEMBER, null, Map.of("zz.amendment.option.choice", "A"))).row().ref(), 1)))
                .containsExactly("subject contract.error.nothingChanges");
    }

    @Test
    void cancelledItNeverWasAndWhatWasDoneByItIsQueued() {
        claim("C1", "P1", SEPTEMBER, ClaimLine.State.PAID);
        String before = state();
        AmendmentDetails applied = apply(draft(option(SEPTEMBER, "B")));
        assertThat(open(applied)).containsExactly("READJUDICATE C1 2026-09-01 null", "CORRECT_PREMIUM T000001 2026-09-01 10.00",
                "CORRECT_PREMIUM T000001 2026-10-01 10.00", "CORRECT_PREMIUM T000001 2026-11-01 10.00");
        DATABASE.run("UPDATE contract.follow_up SET state = 'DONE', version = version + 1 WHERE day = '2026-10-01'");
        claim("C2", "P1", SEPTEMBER.plusDays(9), ClaimLine.State.DECIDED);

        assertThat(problems(care.cancel(applied.row().ref(), applied.version(), " "))).containsExactly("reason contract.error.reasonMissing");
        assertThat(care.cancel(applied.row().ref(), 1, "wrong")).isInstanceOf(Outcome.Conflict.class);
        AmendmentDetails cancelled = done(colleague.cancel(applied.row().ref(), applied.version(), "wrong person"));

        assertThat(cancelled.reason()).isEqualTo("wrong person");
        assertThat(cancelled.editable()).isFalse();
        assertThat(state()).isEqualTo(before);
        assertThat(open(applied)).as("decided by it meanwhile, and the month that was corrected")
                .containsExactly("READJUDICATE C2 2026-09-10 null", "CORRECT_PREMIUM T000001 2026-10-01 -10.00");
    }

    private static List<String> open(AmendmentDetails of) {
        return care.followUps(of.row().ref()).stream().filter(each -> each.state() == FollowUp.State.OPEN)
                .map(each -> each.kind() + " " + each.number() + " " + each.day() + " " + each.amount()).toList();
    }

    @Test
    void theAmendmentThatWasBuiltOnItIsNamed() {
        AmendmentDetails first = apply(draft(option(SEPTEMBER, "B")));
        AmendmentDetails second = apply(draft(option(SEPTEMBER.plusMonths(1), "C")));
        Outcome<AmendmentDetails> refused = care.cancel(first.row().ref(), first.version(), "wrong");
        assertThat(problems(refused)).containsExactly("amendment contract.error.builtOn");
        assertThat(((Outcome.Invalid<?>) refused).problems().getFirst().message().arguments()).startsWith(second.row().ref().reference());
        DATABASE.run("UPDATE zz.stay SET choice = 'A' WHERE choice = 'C'");
        assertThat(problems(care.cancel(second.row().ref(), second.version(), "wrong"))).containsExactly("amendment contract.error.changedSince");
    }

    @Test
    void whatHangsOnANewcomerKeepsTheEnrolmentInForce() {
        AmendmentDetails enrolled = apply(draft(enrol("Zoe", "111")));
        String zoe = Objects.requireNonNull(enrolled.row().subject()).reference();
        DATABASE.run("CREATE TABLE zz.debt (person text REFERENCES zz.newcomer)");
        DATABASE.run("INSERT INTO zz.debt VALUES (?)", zoe);
        assertThat(problems(care.cancel(enrolled.row().ref(), enrolled.version(), "wrong"))).containsExactly("amendment contract.error.newcomerRecord");
        DATABASE.run("DROP TABLE zz.debt");
        DATABASE.run("SELECT directory.publish(ARRAY[ROW('ZZ', 'member', ?, 'Zoe', '', 'zoe', NULL, '{}')::directory.published_entry])", zoe);
        DATABASE.run("INSERT INTO care.member_case (country, member, topic, channel, title) VALUES ('ZZ', ?, 'cover', 'PHONE', 'A card')", zoe);
        DATABASE.run("SELECT directory.withdraw('ZZ', 'member', ARRAY[?::text])", zoe);
        assertThat(problems(care.cancel(enrolled.row().ref(), enrolled.version(), "wrong"))).containsExactly("amendment contract.error.newcomerCase");
        DATABASE.run("DELETE FROM care.member_case");
        done(care.cancel(enrolled.row().ref(), enrolled.version(), "wrong"));
    }

    @Test
    void aNewcomerWhoIsAMemberAlreadyIsOfferedAndNeverMerged() {
        AmendmentDetails first = apply(draft(enrol("Zoe", "111")));
        FileRef zoe = first.row().subject();
        assertThat(zoe).isNotNull();
        AmendmentDetails sameNumber = draft(enrol("Zoey", "111"));
        assertThat(care.duplicates(sameNumber.row().ref())).extracting(each -> each.member()).containsExactly(zoe);
        assertThat(problems(care.apply(sameNumber.row().ref(), 1))).containsExactly("subject contract.error.sameNationalId");
        AmendmentDetails sameName = draft(enrol("Zoe", "222"));
        assertThat(problems(care.apply(sameName.row().ref(), 1))).containsExactly("subject contract.error.possibleDuplicate");
        AmendmentOrder asked = sameName.order();
        AmendmentDetails stranger = done(care.save(new SaveDraft(ScratchContracts.CODE, sameName.row().ref(), 1,
                new AmendmentOrder(asked.contract(), asked.kind(), asked.effective(), null, asked.values(), true), "")));
        apply(stranger);
        assertThat(DATABASE.query("SELECT name FROM zz.newcomer")).containsExactly("Zoe", "Zoe");
        AmendmentDetails linked = draft(order("enrol", TODAY, zoe, Map.of()));
        assertThat(problems(care.apply(linked.row().ref(), 1))).as("covered by this contract already").containsExactly("effective zz.error.overlap");
    }

    @Test
    void documentsAreAskedFor() {
        AmendmentDetails draft = draft(order("sealed", SEPTEMBER, null, Map.of("zz.amendment.option.choice", "B")));
        assertThat(draft.missing()).containsExactly("form", "seal");
        assertThat(care.preview(draft.row().ref()).missing()).containsExactly("form", "seal");
        assertThat(problems(care.apply(draft.row().ref(), 1))).containsExactly("document contract.error.documentMissing", "document contract.error.documentMissing");
    }

    @Test
    void whoMayNotAmendIsTold() {
        AmendmentDetails draft = draft(option(SEPTEMBER, "B"));
        Amendments auditor = amendments(DATABASE.as("auditor"));
        assertThat(auditor.find(draft.row().ref()).orElseThrow().editable()).isFalse();
        Amendments foreign = amendments(DATABASE.as("care.fr"));
        assertThat(foreign.find(draft.row().ref())).isEmpty();
        for (Amendments no : List.of(auditor, foreign)) {
            assertThat(no.apply(draft.row().ref(), 1)).isInstanceOf(Outcome.Denied.class);
            assertThat(no.cancel(draft.row().ref(), 1, "x")).isInstanceOf(Outcome.Denied.class);
            assertThat(no.discard(draft.row().ref(), 1)).isInstanceOf(Outcome.Denied.class);
            assertThat(no.save(new SaveDraft(ScratchContracts.CODE, null, 0, option(SEPTEMBER, "B"), ""))).isInstanceOf(Outcome.Denied.class);
            assertThat(no.preview(draft.row().ref()).problems()).hasSize(1);
        }
        assertThat(care.find(new FileRef(ScratchContracts.CODE, FileKind.AMENDMENT, "x"))).isEmpty();
        assertThat(care.apply(new FileRef(ScratchContracts.CODE, FileKind.AMENDMENT, "7"), 1)).isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void twoClerksApplyOrCancelOnce() throws Exception {
        AmendmentDetails draft = draft(option(SEPTEMBER, "B"));
        assertThat(atOnce(() -> care.apply(draft.row().ref(), 1), () -> colleague.apply(draft.row().ref(), 1)))
                .containsExactlyInAnyOrder("Done", "Conflict");
        assertThat(atOnce(() -> care.cancel(draft.row().ref(), 2, "a"), () -> colleague.cancel(draft.row().ref(), 2, "b")))
                .contains("Done").hasSize(2).doesNotHaveDuplicates();
        assertThat(state()).isEqualTo("P1 A 2025-01-01;P2 A 2025-01-01");
    }

    @Test
    void twoClerksEnrolOnePersonOnce() throws Exception {
        AmendmentDetails one = draft(enrol("Zoe", "111"));
        AmendmentDetails two = draft(enrol("Zoë", "111"));
        contracts.careful = false;
        assertThat(atOnce(() -> care.apply(one.row().ref(), 1), () -> colleague.apply(two.row().ref(), 1)))
                .containsExactlyInAnyOrder("Done", "Invalid");
        assertThat(DATABASE.query("SELECT count(*) FROM zz.newcomer")).containsExactly("1");
        AmendmentDetails again = draft(order("enrol", SEPTEMBER, member("P1"), Map.of()));
        assertThat(problems(care.apply(again.row().ref(), 1))).as("the database refuses what nobody looked for")
                .containsExactly("subject contract.error.overtaken");
        assertThat(care.find(again.row().ref()).orElseThrow().row().state()).isEqualTo(AmendmentRow.State.DRAFT);
    }

    private interface Command {
        Outcome<AmendmentDetails> run();
    }

    private static List<String> atOnce(Command one, Command other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = List.of(one, other).stream().map(command -> threads.submit(() -> {
                start.await();
                return command.run().getClass().getSimpleName();
            })).toList();
            start.countDown();
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    @Test
    void aKilledConnectionLeavesADraft() throws Exception {
        AmendmentDetails draft = draft(option(SEPTEMBER, "B"));
        long number = Long.parseLong(draft.row().ref().reference());
        try (Connection connection = new Connections(DATABASE::address,
                database.credentials(), "").getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT contract.begin(" + number + ", false)");
            connection.createStatement().execute("UPDATE zz.stay SET choice = 'C', version = version + 1");
            DATABASE.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state ="
                    + " 'idle in transaction' AND usename = 'care.zz'");
        } catch (SQLException torn) {
            assertThat(torn.getSQLState()).isNotNull();
        }
        assertThat(state()).isEqualTo("P1 A 2025-01-01;P2 A 2025-01-01");
        apply(draft);
    }
}
