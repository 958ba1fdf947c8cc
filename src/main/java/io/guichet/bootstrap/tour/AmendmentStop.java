package io.guichet.bootstrap.tour;

import io.guichet.contract.AmendmentRow;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentKind.Subject;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;

/// An amendment from its kind to before and after, applied and taken back; then many from a file, tried and applied. What
/// was changed is taken back: each language begins with the same contracts.
final class AmendmentStop implements TourStop {

    private static final String EFFECTIVE = "#field-contract-amendment-effective";
    private static final String TERMINATE = "terminate";
    private static final int PEOPLE = 50;

    @Override
    public void visit(TourGuide guide) {
        List<FileRef> contracts = guide.shared().countries().all().stream()
                .flatMap(country -> ContractStop.first(guide, country.code()).stream()).toList();
        if (!contracts.isEmpty()) {
            draft(guide, contracts.getFirst());
            terminate(guide, contracts.getFirst());
            batch(guide, contracts.getFirst());
            contracts.forEach(contract -> option(guide, contract));
        }
    }

    private static void draft(TourGuide guide, FileRef contract) {
        guide.act(() -> guide.composition().tabs().open(contract, false));
        guide.press("#amend");
        guide.picture("amendment-kinds");
        guide.press("#kind-enrol");
        guide.picture("amendment-draft");
        guide.type(EFFECTIVE, "31/02/2026");
        guide.press("#preview");
        guide.picture("amendment-problems");
        leave(guide);
    }

    private static void terminate(TourGuide guide, FileRef contract) {
        AmendmentKind kind = kind(guide, contract.country(), TERMINATE);
        guide.act(() -> guide.composition().tabs().open(contract, false));
        guide.press("#amend");
        guide.press("#kind-" + TERMINATE);
        guide.picture("amendment-subject");
        if (guide.get(() -> guide.find("#candidates .row-button").isEmpty())) {
            leave(guide);
            return;
        }
        guide.press("#candidates .row-button");
        // Some months ago: premiums are due since, and claims may have been decided.
        guide.type(EFFECTIVE, nextMonth(guide).minusMonths(4).toString());
        guide.act(() -> fields(kind).filter(field -> field.type() instanceof FieldType.Choice).forEach(field -> choose(guide, field)));
        guide.press("#preview");
        guide.picture("amendment-preview");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("amendment-preview-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("amendment-preview-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
        guide.press("#apply");
        guide.picture("amendment-apply");
        guide.press("#answer-do");
        guide.picture("amendment-applied");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("amendment-applied-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.type("#cancelReason", "P. 2026-11");
        guide.press("#cancelAmendment");
        guide.press("#answer-do");
        guide.picture("amendment-cancelled");
        guide.act(() -> guide.composition().tabs().closeSelected());
    }

    private static void option(TourGuide guide, FileRef contract) {
        guide.act(() -> guide.composition().tabs().open(contract, false));
        guide.press("#amend");
        String code = guide.components().amendments().kinds(contract.country()).stream()
                .filter(kind -> kind.subject() == Subject.CONTRACT).map(AmendmentKind::code)
                .findFirst().orElse(TERMINATE);
        guide.press("#kind-" + code);
        guide.picture("amendment-option-" + contract.country().folder());
        leave(guide);
    }

    private static void batch(TourGuide guide, FileRef contract) {
        AmendmentKind kind = kind(guide, contract.country(), TERMINATE);
        guide.act(() -> guide.composition().tabs().open(contract, false));
        guide.press("#batch");
        guide.act(() -> choose(guide, kind));
        guide.picture("batch");
        guide.files().answer(leavers(guide, contract, kind));
        guide.press("#choose");
        guide.picture("batch-tried");
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("batch-tried-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("batch-tried-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
        List<FileRef> before = applied(guide, contract);
        if (!guide.get(() -> guide.find("#apply").orElseThrow().isDisabled())) {
            guide.press("#apply");
            guide.press("#answer-do");
            guide.picture("batch-applied");
        }
        guide.act(() -> guide.composition().tabs().closeSelected());
        applied(guide, contract).stream().filter(each -> !before.contains(each)).forEach(each ->
                guide.components().amendments().cancel(each,
                        guide.components().amendments().find(each).orElseThrow().version(), "P. 2026-11"));
    }

    /// Two who leave, and somebody whom nobody knows.
    private static Path leavers(TourGuide guide, FileRef contract, AmendmentKind kind) {
        LocalDate day = nextMonth(guide);
        List<String> people = new ArrayList<>(guide.components().contracts().people(contract, day, "", null, PEOPLE).rows()
                .stream().filter(person -> !person.head()).map(CoveredPerson::member).map(FileRef::reference).limit(2).toList());
        people.add("0");
        String values = fields(kind).map(field -> field.type() instanceof FieldType.Choice(List<String> options)
                ? options.getFirst() : "").collect(Collectors.joining(";"));
        String header = "effective;member;" + fields(kind).map(FieldSpec::key).collect(Collectors.joining(";"));
        try {
            return Files.writeString(Files.createTempDirectory("tour").resolve("leavers.csv"), Stream.concat(Stream.of(header),
                    people.stream().map(person -> day + ";" + person + ";" + values)).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException refused) {
            throw new UncheckedIOException("the file of leavers cannot be written", refused);
        }
    }

    private static List<FileRef> applied(TourGuide guide, FileRef contract) {
        return guide.components().amendments().of(contract, PEOPLE).stream()
                .filter(row -> row.state() == AmendmentRow.State.APPLIED).map(AmendmentRow::ref).toList();
    }

    private static AmendmentKind kind(TourGuide guide, CountryCode country, String code) {
        return guide.components().amendments().kinds(country).stream().filter(kind -> kind.code().equals(code))
                .findFirst().orElseThrow();
    }

    private static Stream<FieldSpec> fields(AmendmentKind kind) {
        return kind.groups().stream().flatMap(group -> group.fields().stream());
    }

    @SuppressWarnings("unchecked")
    private static void choose(TourGuide guide, FieldSpec field) {
        ComboBox<String> box = (ComboBox<String>) guide.find("#field-" + field.key().replace('.', '-')).orElseThrow();
        box.setValue(box.getItems().stream().filter(item -> !item.isEmpty()).findFirst().orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static void choose(TourGuide guide, AmendmentKind kind) {
        ComboBox<AmendmentKind> box = (ComboBox<AmendmentKind>) guide.find("#kind").orElseThrow();
        box.setValue(box.getItems().stream().filter(item -> item.code().equals(kind.code())).findFirst().orElseThrow());
    }

    /// The day that is proposed for every amendment.
    private static LocalDate nextMonth(TourGuide guide) {
        return LocalDate.now(guide.shared().clock()).plusMonths(1).withDayOfMonth(1);
    }

    /// Puts back the day that was proposed, throws the draft away if it was stored, and closes the tab: a tour leaves nothing.
    private static void leave(TourGuide guide) {
        guide.type(EFFECTIVE, nextMonth(guide).toString());
        if (guide.get(() -> guide.find("#discard").filter(button -> button.isVisible()).isPresent())) {
            guide.press("#discard");
            guide.press("#answer-do");
        }
        guide.act(() -> guide.composition().tabs().closeSelected());
    }
}
