package io.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentRow;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.testing.ChosenFiles;
import io.guichet.testing.TestDatabase;
import io.guichet.testing.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A company's contract is found, somebody is enrolled on it, and that is taken back: through the screens, on a real
/// database.
class ContractJourneyTest extends UiTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String NEWCOMER = "Journeywoman";
    /// As often as the form may complain before everything it wants is filled.
    private static final int ROUNDS = 4;

    @TempDir
    private static @Nullable Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private @Nullable Desk mine;

    @BeforeAll
    static void invent() throws SQLException {
        try (Connection owner = DATABASE.connect()) {
            owner.setAutoCommit(false);
            new SampleInstallation(Countries.load()).seed(owner, new SampleRequest(150, 150, 1), (step, share) -> { });
            owner.commit();
        }
    }

    @AfterEach
    void leave() {
        Desk desk = desk();
        onScreen(() -> {
            desk.window().window().hide();
            desk.window().shell().close();
        });
        desk.close();
    }

    static Stream<Country> countries() {
        return Countries.load().all().stream().filter(country -> country.contracts().isPresent());
    }

    private Desk desk() {
        return Objects.requireNonNull(mine);
    }

    private void sitDown() {
        Desk desk = Desk.signIn(DATABASE::address, "care", () -> { });
        mine = desk;
        Rights rights = desk.components().access().rights();
        fx(() -> desk.open(appearance(), rights, files));
    }

    /// The largest company's contract that runs.
    private static FileRef contract(Country country) {
        return new FileRef(country.code(), FileKind.CONTRACT, DATABASE.query("""
                SELECT reference FROM contract.entry WHERE country = ? AND holder IS NOT NULL AND valid_from < '2026-01-01'
                    AND valid_to IS NULL AND suspended_from IS NULL ORDER BY size DESC, id LIMIT 1""",
                country.code().value()).getFirst());
    }

    private static String number(FileRef contract) {
        return DATABASE.query("SELECT number FROM contract.entry WHERE country = ? AND reference = ?",
                contract.country().value(), contract.reference()).getFirst();
    }

    private void press(String id) {
        await("there is " + id, () -> desk().shows(id) && !Objects.requireNonNull(desk().find(id)).isDisabled());
        onScreen(() -> desk().press(id));
    }

    private String words(String id) {
        return fx(() -> ((Label) Objects.requireNonNull(desk().find(id))).getText());
    }

    private List<String> people(FileRef contract) {
        return desk().components().contracts().people(contract, LocalDate.now(), "", null, 500).rows().stream()
                .map(CoveredPerson::name).toList();
    }

    private FileRef amendment(FileRef contract) {
        return desk().components().amendments().of(contract, 1).getFirst().ref();
    }

    private AmendmentDetails stored(FileRef amendment) {
        return desk().components().amendments().find(amendment).orElseThrow();
    }

    private void find(FileRef contract) {
        onScreen(() -> desk().window().tabs().open("contracts", false));
        await("the list is there", () -> desk().find("table") instanceof TableView<?> rows && !rows.getItems().isEmpty());
        onScreen(() -> Objects.requireNonNull(desk().find("filter")).requestFocus());
        robot.write(number(contract), 0);
        await("the contract is found", () -> desk().find("table") instanceof TableView<?> rows && rows.getItems().size() == 1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        await("the contract is open", () -> desk().shows("contractNumber"));
        assertThat(words("contractNumber")).isEqualTo(number(contract));
    }

    private void begin(AmendmentKind kind) {
        press("amend");
        press("kind-" + kind.code());
        await("the form is there", () -> desk().shows("field-contract-amendment-effective"));
        onScreen(() -> type("field-contract-amendment-effective", LocalDate.now().withDayOfMonth(1).toString()));
        each(kind).filter(FieldSpec::required).forEach(this::fill);
    }

    private static Stream<FieldSpec> each(AmendmentKind kind) {
        return kind.groups().stream().flatMap(group -> group.fields().stream());
    }

    private void type(String id, String text) {
        ((TextField) Objects.requireNonNull(desk().find(id))).setText(text);
    }

    @SuppressWarnings("unchecked")
    private void fill(FieldSpec field) {
        String id = "field-" + Desk.id(field);
        onScreen(() -> {
            switch (field.type()) {
                case FieldType.Choice(List<String> options) ->
                        ((ComboBox<String>) Objects.requireNonNull(desk().find(id))).setValue(options.getFirst());
                case FieldType.Day() -> type(id, "1991-05-17");
                case FieldType.Text _ -> type(id, NEWCOMER);
                default -> throw new AssertionError("nothing to fill into " + field.key());
            }
        });
    }

    /// Looks at before and after; what the form complains about is filled until it complains no more.
    private void look(AmendmentKind kind) {
        for (int round = 0; round < ROUNDS && !fx(() -> desk().shows("premiumDifference")); round++) {
            press("preview");
            await("it is looked at", () -> desk().shows("previewShown")
                    || each(kind).anyMatch(field -> desk().shows("problem-" + Desk.id(field))));
            each(kind).filter(field -> fx(() -> desk().shows("problem-" + Desk.id(field)))).toList().forEach(this::fill);
        }
        await("before and after are there", () -> desk().shows("premiumDifference"));
    }

    private void attachWhatIsMissing(FileRef amendment) throws IOException {
        for (String type : stored(amendment).missing()) {
            assertThat(fx(() -> ((Button) Objects.requireNonNull(desk().find("apply"))).isDisabled())).isTrue();
            files.answer = Files.write(Objects.requireNonNull(folder).resolve(type + ".pdf"), "%PDF-1.4\n%%EOF\n".getBytes());
            press("attach-" + type);
            await("it is attached", () -> !desk().shows("attach-" + type));
        }
        assertThat(stored(amendment).missing()).isEmpty();
    }

    private void apply(FileRef amendment) {
        press("apply");
        press("answer-do");
        await("it is applied", () -> desk().shows("cancelReason"));
        assertThat(stored(amendment).row().state()).isEqualTo(AmendmentRow.State.APPLIED);
    }

    private void cancel(FileRef amendment) {
        onScreen(() -> desk().show(amendment));
        await("the amendment is open", () -> desk().shows("cancelReason"));
        onScreen(() -> type("cancelReason", "enrolled by mistake"));
        press("cancelAmendment");
        press("answer-do");
        await("it is cancelled", () -> !desk().shows("cancelReason"));
        assertThat(stored(amendment).row().state()).isEqualTo(AmendmentRow.State.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aNewcomerIsEnrolledAndThatIsTakenBack(Country country) throws IOException {
        sitDown();
        FileRef contract = contract(country);
        AmendmentKind enrol = country.contracts().orElseThrow().amendments().stream()
                .filter(kind -> kind.code().equals("enrol")).findFirst().orElseThrow();
        List<String> before = people(contract);
        find(contract);
        begin(enrol);
        // By key, or by itself before that.
        onScreen(() -> desk().press("save"));
        await("the draft is stored", () -> desk().shows("discard"));
        FileRef amendment = amendment(contract);
        assertThat(stored(amendment).row().state()).isEqualTo(AmendmentRow.State.DRAFT);
        assertThat(people(contract)).as("a draft has no effect").isEqualTo(before);

        look(enrol);
        assertThat(people(contract)).as("a preview has no effect").isEqualTo(before);
        attachWhatIsMissing(amendment);
        apply(amendment);

        FileRef newcomer = Objects.requireNonNull(stored(amendment).row().subject());
        assertThat(people(contract)).hasSize(before.size() + 1);
        onScreen(() -> desk().show(contract));
        await("the contract shows them", () -> desk().find("people") instanceof TableView<?> rows && rows.getItems().stream()
                .anyMatch(row -> row instanceof CoveredPerson person && person.member().equals(newcomer)));
        onScreen(() -> desk().show(newcomer));
        await("their file is open", () -> desk().shows("standing"));
        assertThat(words("standing")).isEqualTo(desk().texts().get("directory.overview.standing.today"));

        cancel(amendment);
        assertThat(people(contract)).isEqualTo(before);
        assertThat(desk().components().directory().refresh(newcomer)).isEmpty();
        onScreen(() -> desk().show(contract));
        await("the contract forgets them", () -> desk().find("people") instanceof TableView<?> rows && rows.getItems().stream()
                .noneMatch(row -> row instanceof CoveredPerson person && person.member().equals(newcomer)));
    }

    @Test
    void aRequiredDocumentIsAttachedBeforeAChangeOfSomebodyCoveredIsApplied() throws IOException {
        sitDown();
        record Asked(Country country, AmendmentKind kind) {
        }
        Asked asked = countries().flatMap(country -> country.contracts().orElseThrow().amendments().stream()
                        .filter(kind -> kind.subject() == AmendmentKind.Subject.COVERED && !kind.documents().isEmpty()
                                && each(kind).allMatch(field -> field.required() && field.type() instanceof FieldType.Choice))
                        .map(kind -> new Asked(country, kind))).findFirst().orElseThrow();
        FileRef contract = contract(asked.country());
        List<String> before = people(contract);
        find(contract);
        begin(asked.kind());
        await("people are offered", () -> desk().find("candidates") != null
                && Objects.requireNonNull(desk().find("candidates")).lookup(".row-button") != null);
        onScreen(() -> ((Button) Objects.requireNonNull(desk().find("candidates")).lookup(".row-button")).fire());
        look(asked.kind());
        FileRef amendment = amendment(contract);
        assertThat(stored(amendment).missing()).isEqualTo(asked.kind().documents());
        attachWhatIsMissing(amendment);
        apply(amendment);
        cancel(amendment);
        assertThat(people(contract)).isEqualTo(before);
    }
}
