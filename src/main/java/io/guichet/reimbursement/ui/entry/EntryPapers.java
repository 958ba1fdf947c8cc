package io.guichet.reimbursement.ui.entry;

import io.guichet.document.DocumentTypes;
import io.guichet.document.Documents;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.file.FilePages;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Problem;
import io.guichet.platform.ui.paper.PageViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The papers of a claim that is being entered: read from this computer at once, looked at beside the form, and attached when
/// the claim is stored.
public final class EntryPapers implements AutoCloseable {

    private final Documents documents;
    private final Background background;
    private final PageViewModel pages;
    private final Runnable changed;
    private final ObservableList<Paper> papers = FXCollections.observableArrayList();
    private final ObservableList<UserMessage> refusals = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private List<String> asked = List.of();
    private boolean closed;

    /// @param changed run after each change
    EntryPapers(Documents documents, Background background, Runnable changed) {
        this.documents = documents;
        this.background = background;
        this.changed = changed;
        pages = new PageViewModel(background);
    }

    /// What was read, in its order. Their types can be changed, they themselves cannot.
    public ObservableList<Paper> papers() {
        return papers;
    }

    /// Why papers were not taken, the newest attempt only.
    public ObservableList<UserMessage> refusals() {
        return refusals;
    }

    /// How many papers are being read.
    public ReadOnlyIntegerProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// What went wrong, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Where one of them is looked at.
    public PageViewModel pages() {
        return pages;
    }

    /// What papers can be: what the country asks for first, then what any file may have.
    public List<String> types() {
        return Stream.concat(asked.stream(), DocumentTypes.GENERAL.stream()).distinct().toList();
    }

    /// The country asks for these.
    void ask(List<String> types) {
        asked = types;
    }

    /// Reads files that somebody chose or dropped.
    public void add(List<Path> sources) {
        refusals.clear();
        problem.set(null);
        for (Path source : sources) {
            reading.set(reading.get() + 1);
            background.run(() -> documents.read(types().getFirst(), source), this::read, cause -> {
                reading.set(reading.get() - 1);
                problem.set(Problem.of(cause));
            });
        }
    }

    private void read(Outcome<Paper> outcome) {
        reading.set(reading.get() - 1);
        if (closed) {
            return;
        }
        switch (outcome) {
            case Outcome.Done<Paper>(Paper read) -> {
                Paper paper = new Paper(proposed(), read.name(), read.mediaType(), read.content());
                papers.add(paper);
                look(paper);
                changed.run();
            }
            case Outcome.Invalid<Paper>(List<FieldProblem> problems) -> problems.forEach(each -> refusals.add(each.message()));
            case Outcome.Denied<Paper>(UserMessage reason) -> refusals.add(reason);
            case Outcome.Conflict<Paper> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        }
    }

    /// What is asked for and not here yet; the first one when all is here.
    private String proposed() {
        return asked.stream().filter(type -> papers.stream().noneMatch(paper -> paper.type().equals(type))).findFirst()
                .orElse(types().getFirst());
    }

    /// Says what a paper is.
    public void is(Paper paper, String type) {
        int index = papers.indexOf(paper);
        if (index >= 0 && !paper.type().equals(type)) {
            Paper other = new Paper(type, paper.name(), paper.mediaType(), paper.content());
            papers.set(index, other);
            changed.run();
        }
    }

    /// Takes a paper away.
    public void remove(Paper paper) {
        papers.remove(paper);
        if (isLookedAt(paper)) {
            if (papers.isEmpty()) {
                pages.show(null);
            } else {
                look(papers.getFirst());
            }
        }
        changed.run();
    }

    /// Shows a paper beside the form.
    public void look(Paper paper) {
        pages.show(new PageViewModel.Choice(key(paper), paper.name(), () -> FilePages.open(paper.content(), paper.mediaType())));
    }

    /// Whether that paper is shown.
    public boolean isLookedAt(Paper paper) {
        PageViewModel.Choice shown = pages.choiceProperty().get();
        return shown != null && shown.key().equals(key(paper));
    }

    // The content is the same object for as long as the paper is here.
    private static String key(Paper paper) {
        return paper.name() + "@" + System.identityHashCode(paper.content());
    }

    /// Forgets all of them.
    void clear() {
        papers.clear();
        refusals.clear();
        pages.show(null);
    }

    /// All of them, to be attached.
    List<Paper> all() {
        return new ArrayList<>(papers);
    }

    @Override
    public void close() {
        closed = true;
        pages.close();
    }
}
