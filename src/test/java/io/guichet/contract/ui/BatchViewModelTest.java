package io.guichet.contract.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.BatchReport.RowReport;
import io.guichet.contract.ui.BatchViewModel.Work;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.testing.HeldBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchViewModelTest {

    private static final UserMessage WRONG = UserMessage.of("test.wrong");
    private static final Path FILE = Path.of("joiners.csv");

    private final HeldBackground background = new HeldBackground();
    private final Scripted scripted = new Scripted(background);
    private final BatchViewModel batch = new BatchViewModel(Scripted.CONTRACT, scripted.work());

    @BeforeEach
    void aFileOfThree() {
        scripted.batch = new Outcome.Done<>(new Batch(Scripted.CONTRACT, "enrol", "joiners.csv", new byte[0], List.of(
                new Batch.Row(2, null, List.of()), new Batch.Row(3, null, List.of(new FieldProblem("name", WRONG))),
                new Batch.Row(4, null, List.of())), List.of(), List.of()));
        scripted.report = new BatchReport(false, List.of(new RowReport(2, "Ada", List.of()),
                new RowReport(3, "Ben \"B\"", List.of(new FieldProblem("name", WRONG))), new RowReport(4, "Cy", List.of())),
                Money.euros(100), Money.euros(300), 1, 2);
        batch.start();
        background.doAll();
    }

    @Test
    void isTriedAndNotAppliedUnlessAsked() {
        batch.read(FILE);
        background.doAll();

        assertThat(scripted.calls).contains("read enrol", "rehearse").doesNotContain("applyBatch");
        assertThat(batch.progressProperty().get()).isEqualTo(0.5);
        assertThat(batch.rows()).hasSize(3);
        batch.errorsOnlyProperty().set(true);
        assertThat(batch.rows()).hasSize(1);
        assertThat(batch.ready()).isTrue();

        batch.apply();
        background.doAll();
        assertThat(batch.reportProperty().get()).matches(BatchReport::applied);
        assertThat(batch.ready()).isFalse();
    }

    @Test
    void whatTakesLongCanBeStopped() {
        batch.read(FILE);
        background.doNext();
        assertThat(batch.busyProperty().get()).isEqualTo(Work.REHEARSING);
        batch.cancel();
        background.doAll();

        assertThat(batch.reportProperty().get()).isNull();
        assertThat(batch.busyProperty().get()).isEqualTo(Work.NOTHING);
        assertThat(batch.rows()).as("what was read is still there").hasSize(3);
        batch.rehearse();
        background.doAll();
        assertThat(batch.ready()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsExplained() {
        scripted.batch = new Outcome.Invalid<>(List.of(new FieldProblem("file", WRONG)));
        batch.read(FILE);
        background.doAll();

        assertThat(batch.refusalsProperty().get()).hasSize(1);
        assertThat(batch.batchProperty().get()).isNull();
    }

    @Test
    void anotherKindForgetsTheFile() {
        batch.read(FILE);
        background.doAll();
        batch.choose(Scripted.TERMINATE);

        assertThat(batch.batchProperty().get()).isNull();
        assertThat(batch.ready()).isFalse();
    }

    @Test
    void errorsAreNoFormulasInASpreadsheet() {
        List<String> names = List.of("=HYPERLINK(\"http://x\";\"Ada\")", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "Ada = Ben");
        scripted.report = new BatchReport(false, names.stream().map(name -> new RowReport(2, name, List.of(new FieldProblem("name",
                WRONG)))).toList(), Money.euros(100), Money.euros(100), 0, 0);
        batch.read(FILE);
        background.doAll();
        assertThat(batch.errors("row;name;why", problem -> "=" + problem.message().key()).lines().skip(1).toList()).containsExactly(
                "2;\"'=HYPERLINK(\"\"http://x\"\";\"\"Ada\"\")\";\"'=test.wrong\"", "2;\"'+1\";\"'=test.wrong\"", "2;\"'-1\";\"'=test.wrong\"",
                "2;\"'@SUM(A1)\";\"'=test.wrong\"", "2;\"'\t=1\";\"'=test.wrong\"", "2;\"'＝1\";\"'=test.wrong\"",
                "2;\"Ada = Ben\";\"'=test.wrong\"");
    }

    @Test
    void documentsThatEachRowNeedsAreBroughtOnce() {
        scripted.batch = new Outcome.Done<>(new Batch(Scripted.CONTRACT, "enrol", "joiners.csv", new byte[0],
                List.of(new Batch.Row(2, null, List.of())), List.of("seal"), List.of()));
        batch.read(FILE);
        background.doAll();
        assertThat(batch.ready()).as("tried, and the seal is missing").isFalse();

        batch.add("seal", Path.of("seal.exe"));
        background.doAll();
        assertThat(batch.refusalsProperty().get()).hasSize(1);
        assertThat(batch.ready()).isFalse();

        batch.add("seal", Path.of("seal.pdf"));
        background.doAll();
        assertThat(batch.refusalsProperty().get()).isEmpty();
        assertThat(batch.batchProperty().get()).extracting(read -> read.paper("seal").orElseThrow().name()).isEqualTo("seal.pdf");
        assertThat(batch.ready()).as("what was tried stands").isTrue();
    }

    @Test
    void errorsAreWrittenAsTheyStand(@TempDir Path folder) throws Exception {
        batch.read(FILE);
        background.doAll();
        String csv = batch.errors("row;name;why", problem -> problem.message().key());
        assertThat(csv).isEqualTo("row;name;why\r\n3;\"Ben \"\"B\"\"\";\"test.wrong\"\r\n");

        batch.write(csv, folder.resolve("errors.csv"));
        background.doAll();
        assertThat(Files.readString(folder.resolve("errors.csv"))).isEqualTo("\ufeff" + csv);
    }
}
