package io.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Headline;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.OpenMember;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.testing.TestDatabase;
import io.guichet.testing.UiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Finding and correcting members, alone and together.
class MemberJourneyTest extends UiTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String FIRST = "+33 6 12 34 56 78";
    private static final String SECOND = "+33 6 98 76 54 32";

    private final List<Desk> desks = new ArrayList<>();

    @BeforeAll
    static void invent() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(owner, new SampleRequest(20, 20, 1), (step, share) -> { });
            owner.commit();
        }
    }

    @AfterEach
    void leave() {
        onScreen(() -> desks.forEach(desk -> {
            desk.window().window().hide();
            desk.window().shell().close();
        }));
        desks.forEach(Desk::close);
    }

    static Stream<Country> countries() {
        return Countries.load().all().stream();
    }

    private Desk sitDown(String account) {
        Desk desk = Desk.signIn(DATABASE::address, account, () -> { });
        Rights rights = desk.components().access().rights();
        desks.add(fx(() -> desk.open(appearance(), rights)));
        return desk;
    }

    /// The nth member of a country.
    private static FileRef member(CountryCode country, int place) {
        return new FileRef(country, FileKind.MEMBER, DATABASE.query("""
                SELECT reference FROM directory.entry WHERE country = ? AND kind = 'member' ORDER BY reference""",
                country.value()).get(place));
    }

    private static FieldSpec phone(Country country) {
        return Objects.requireNonNull(Headline.of(country.members().groups()).phone());
    }

    private static FieldSpec email(Country country) {
        return Objects.requireNonNull(Headline.of(country.members().groups()).email());
    }

    private static String stored(Desk reader, FileRef member, FieldSpec field) {
        OpenMember open = reader.components().directory().refresh(member).orElseThrow();
        return open.file().values().get(field.key()).orElse("");
    }

    private void open(Desk desk, FileRef member, FieldSpec field) {
        onScreen(() -> desk.show(member));
        await("the file is open", () -> desk.field(field) != null && desk.shows("file"));
        onScreen(desk::details);
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aMemberIsFoundAndCorrectedByKeyboard(Country country) {
        Desk desk = sitDown("care");
        // Not every sample person has an e-mail address; the first people are those of the other journeys.
        String address = DATABASE.query("""
                SELECT k.key FROM directory.entry_key k JOIN directory.entry e ON e.id = k.entry
                WHERE e.country = ? AND e.kind = 'member' AND k.what = 'email' ORDER BY e.reference DESC LIMIT 1""",
                country.code().value()).getFirst();
        FileRef member = new FileRef(country.code(), FileKind.MEMBER, DATABASE.query("""
                SELECT e.reference FROM directory.entry_key k JOIN directory.entry e ON e.id = k.entry
                WHERE e.country = ? AND e.kind = 'member' AND k.what = 'email' AND k.key = ? ORDER BY e.reference DESC LIMIT 1""",
                country.code().value(), address).getFirst());

        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        await("the palette is open", () -> desk.find("query") != null && desk.find("query").isFocused());
        robot.write(address, 0);
        await("the member is found", () -> desk.find("rows") instanceof ListView<?> rows && !rows.getItems().isEmpty());
        robot.push(KeyCode.ENTER);
        FieldSpec phone = phone(country);
        await("the file is open", () -> desk.field(phone) != null && desk.shows("file"));
        String name = DATABASE.query("SELECT label FROM directory.entry WHERE country = ? AND kind = 'member'"
                + " AND reference = ?", country.code().value(), member.reference()).getFirst();
        assertThat(fx(() -> ((Label) Objects.requireNonNull(desk.find("memberName"))).getText())).isEqualTo(name);

        robot.push(KeyCode.F2);
        onScreen(() -> Objects.requireNonNull(desk.field(phone)).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(FIRST, 0);
        await("the change is offered", () -> desk.shows("saveBar"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        await("it is saved", () -> !desk.shows("saveBar"));

        assertThat(stored(desk, member, phone)).isEqualTo("+33612345678");
        assertThat(DATABASE.query("SELECT DISTINCT staff FROM audit.trail WHERE country = ? AND reference = ?",
                country.code().value(), member.reference())).containsExactly("care");
    }

    @ParameterizedTest
    @MethodSource("countries")
    void anOpenFileFollowsAnotherWindow(Country country) {
        FileRef member = member(country.code(), 1);
        FieldSpec phone = phone(country);
        Desk mine = sitDown("care");
        Desk other = sitDown("operations");
        open(mine, member, phone);
        open(other, member, phone);

        onScreen(() -> other.type(phone, FIRST));
        onScreen(() -> other.press("save"));
        await("the other window has saved", () -> !other.shows("saveBar"));
        String written = fx(() -> other.text(phone));

        await("this window shows it", () -> mine.text(phone).equals(written));
        assertThat(fx(() -> mine.shows("notice"))).isFalse();
    }

    @Test
    void aFormBeingEditedIsToldAndNeverOverwrittenAndAConflictIsSettled() {
        Country country = Countries.load().all().getFirst();
        FileRef member = member(country.code(), 2);
        FieldSpec phone = phone(country);
        FieldSpec email = email(country);
        Desk mine = sitDown("care");
        Desk other = sitDown("operations");
        open(mine, member, phone);
        open(other, member, phone);
        onScreen(() -> mine.type(phone, SECOND));
        String untouched = fx(() -> mine.text(email));

        onScreen(() -> {
            other.type(phone, FIRST);
            other.type(email, "journey@example.org");
        });
        onScreen(() -> other.press("save"));
        await("the other window has saved", () -> !other.shows("saveBar"));
        await("this window is told", () -> mine.shows("notice"));
        assertThat(fx(() -> mine.text(phone))).isEqualTo(SECOND);
        assertThat(fx(() -> mine.text(email))).isEqualTo(untouched);
        assertThat(fx(() -> ((Label) Objects.requireNonNull(mine.find("noticeText"))).getText()))
                .contains("operations");

        onScreen(() -> mine.press("save"));
        await("the conflict is shown", () -> mine.shows("conflict"));
        assertThat(fx(() -> mine.text(phone))).isEqualTo(SECOND);
        assertThat(stored(mine, member, phone)).isEqualTo("+33612345678");

        onScreen(() -> mine.press("keepMine"));
        await("mine is saved on top", () -> !mine.shows("saveBar"));
        assertThat(stored(mine, member, phone)).isEqualTo("+33698765432");
        assertThat(stored(mine, member, email)).isEqualTo("journey@example.org");
        await("the other window follows", () -> other.text(phone).equals(mine.text(phone)));
    }
}
