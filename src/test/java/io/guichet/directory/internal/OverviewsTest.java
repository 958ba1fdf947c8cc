package io.guichet.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guichet.access.internal.PgAccess;
import io.guichet.audit.internal.PgTrail;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Headline;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.Directory;
import io.guichet.directory.FileClosed;
import io.guichet.directory.MemberEvent;
import io.guichet.directory.MemberEvents;
import io.guichet.directory.OpenMember;
import io.guichet.directory.Overviews;
import io.guichet.directory.SaveMember;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverviewsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Clock CLOCK = Clock.systemDefaultZone();
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final Country REAL = Countries.load().all().getLast();

    private final ScriptedCover cover = new ScriptedCover();
    private final Countries countries = Countries.of(List.of(new CoveringCountry(REAL, cover)));

    @BeforeAll
    static void seed() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(connection, new SampleRequest(10, 10, 5), (step, done) -> { });
            connection.commit();
        }
    }

    private static final class Care {
        static final Database SIGNED_IN = DATABASE.as("care");
    }

    private Overviews overviews(MemberEvents... events) {
        return new PgOverviews(Care.SIGNED_IN, countries, new PgTrail(), List.of(events), CLOCK);
    }

    private Directory directory() {
        return new PgDirectory(Care.SIGNED_IN, new PgAccess(Care.SIGNED_IN), new PgTrail(), countries,
                new FieldInput(countries.identifiers(), CLOCK), CLOCK);
    }

    private static FileRef member(int number) {
        return new FileRef(REAL.code(), FileKind.MEMBER, DATABASE.query("""
                SELECT reference FROM directory.entry WHERE country = ? AND kind = 'member' ORDER BY reference OFFSET ? LIMIT 1""",
                REAL.code().value(), number).getFirst());
    }

    private static ClaimLine claim(LocalDate day, String number, ClaimLine.State state) {
        return new ClaimLine(new FileRef(REAL.code(), FileKind.CLAIM, number), number, new Place(day, number), day,
                UserMessage.of("test.care"), Money.euros(3_000), Money.ZERO, state);
    }

    private void change(Directory directory, FileRef member, String phone, String email) {
        OpenMember open = directory.open(member, "call").orElseThrow();
        Headline headline = Headline.of(open.groups());
        FieldSpec phones = Objects.requireNonNull(headline.phone());
        FieldSpec emails = Objects.requireNonNull(headline.email());
        directory.save(new SaveMember(member, open.file().version(), open.file().values(),
                open.file().values().with(phones.key(), phone).with(emails.key(), email)));
    }

    @Test
    void tellsWhatHappenedInEveryComponentNewestFirst() {
        FileRef member = member(0);
        change(directory(), member, "+32470100200", "happened@example.org");
        cover.claims.add(claim(TODAY.minusDays(3), "C-1", ClaimLine.State.PAID));
        MemberEvents cases = (file, until, limit) -> List.of(new MemberEvent(
                TODAY.minusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant(), UserMessage.of("test.case"), "eva", null));

        List<MemberEvent> happened = overviews(cases).happened(member, TODAY, 10);

        assertThat(happened).extracting(event -> event.what().key())
                .containsExactly("directory.event.changedMore", "test.case", "directory.event.claim");
        assertThat(happened.getFirst().by()).isEqualTo("care");
        assertThat(happened.getLast().file()).isEqualTo(cover.claims.getFirst().claim());
    }

    @Test
    void asOfADayTellsNothingOfWhatCameLater() {
        FileRef member = member(1);
        change(directory(), member, "+32470100201", "later@example.org");
        cover.claims.add(claim(TODAY.minusDays(40), "C-1", ClaimLine.State.PAID));
        Instant[] asked = new Instant[1];
        MemberEvents cases = (file, until, limit) -> {
            asked[0] = until;
            return List.of();
        };

        LocalDate then = TODAY.minusDays(30);
        assertThat(overviews(cases).happened(member, then, 10)).extracting(event -> event.what().key())
                .containsExactly("directory.event.claim");
        assertThat(asked[0].atZone(ZoneId.systemDefault()).toLocalDate()).isEqualTo(then);
        assertThat(asked[0].plusNanos(1).atZone(ZoneId.systemDefault()).toLocalDate()).isEqualTo(then.plusDays(1));
    }

    @Test
    void neverTellsMoreThanWasAskedFor() {
        for (int number = 0; number < 20; number++) {
            cover.claims.add(claim(TODAY.minusDays(number), "C-" + number, ClaimLine.State.TO_DECIDE));
        }
        assertThat(overviews().happened(member(2), TODAY, 5)).hasSize(5);
    }

    @Test
    void asksTheCountryForPages() {
        for (int number = 0; number < 5; number++) {
            cover.claims.add(claim(TODAY.minusDays(number), "C-" + number, ClaimLine.State.DECIDED));
        }
        Page<ClaimLine> first = overviews().claims(member(3), HistoryRequest.newest(TODAY, 3));
        assertThat(first.more()).isTrue();
        Page<ClaimLine> rest = overviews().claims(member(3),
                new HistoryRequest(TODAY, first.rows().getLast().place(), 3));
        assertThat(rest.more()).isFalse();
        assertThat(rest.rows()).extracting(ClaimLine::number).containsExactly("C-3", "C-4");
    }

    @Test
    void nothingIsNeverSaidWhileTheFileIsNotOpen() {
        FileRef member = member(5);
        assertThatThrownBy(() -> overviews().claims(member, HistoryRequest.newest(TODAY, 5))).isInstanceOf(FileClosed.class);
        assertThatThrownBy(() -> overviews().allowances(member, TODAY)).isInstanceOf(FileClosed.class);
        assertThatThrownBy(() -> overviews().happened(member, TODAY, 5)).isInstanceOf(FileClosed.class);

        directory().open(member, "call");
        assertThat(overviews().claims(member, HistoryRequest.newest(TODAY, 5)).rows()).isEmpty();
        directory().close(member);
    }

    @Test
    void whatWasOpenedMeanwhileIsAskedForAgain() {
        FileRef member = member(6);
        directory().open(member, "call");
        cover.claims.add(claim(TODAY, "C-1", ClaimLine.State.PAID));
        cover.emptyAnswers = 1;

        assertThat(overviews().claims(member, HistoryRequest.newest(TODAY, 5)).rows()).hasSize(1);
        directory().close(member);
    }

    @Test
    void aCountryWithoutCoverAnswersWithNothing() {
        Countries without = Countries.of(List.of(new CoveringCountry(REAL, null)));
        Overviews overviews = new PgOverviews(Care.SIGNED_IN, without, new PgTrail(), List.of(), CLOCK);
        FileRef member = member(4);

        assertThat(overviews.keepsCover(REAL.code())).isFalse();
        assertThat(overviews().keepsCover(REAL.code())).isTrue();
        assertThat(overviews.covers(member, TODAY)).isEmpty();
        assertThat(overviews.allowances(member, TODAY)).isEmpty();
        assertThat(overviews.household(member, TODAY)).isEmpty();
        assertThat(overviews.payments(member, HistoryRequest.newest(TODAY, 5)).rows()).isEmpty();
        assertThat(overviews.happened(member, TODAY, 5)).isEmpty();
    }
}
