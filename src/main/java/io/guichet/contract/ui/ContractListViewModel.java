package io.guichet.contract.ui;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractPageRequest.Sort;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts.ProductChoice;
import io.guichet.country.contract.ContractFile;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.Section;
import io.guichet.platform.ui.list.SavedViewsViewModel;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import io.guichet.platform.ui.list.ViewedList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of contracts: the server filters and sorts, a window of rows follows where the person scrolls, and the filter
/// is there again the next time.
public final class ContractListViewModel implements ViewedList, AutoCloseable {

    static final int PAGE = 100;
    static final int WINDOW = 600;
    private static final String LIST = "contract.contracts";

    private final ContractWork work;
    private final RowWindow<ContractRow> window;
    private final Section<List<ProductChoice>> products;
    private final SavedViewsViewModel views;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ContractQuery> query = new ReadOnlyObjectWrapper<>(ContractQuery.ALL);
    private final ChangeFeed.Subscription changes;

    public ContractListViewModel(ContractWork work) {
        this.work = work;
        window = new RowWindow<>(work.background(), this::source, WINDOW);
        products = new Section<>(work.background(), () -> work.contracts()::products);
        views = new SavedViewsViewModel(work.views(), work.background(), LIST);
        changes = work.feed().onChange(change ->
                work.background().onScreen(() -> readAgain(change.file())));
    }

    /// Reads what is kept, then the list as it was left. Called once.
    public void start() {
        views.start(left -> {
            if (query.get().equals(ContractQuery.ALL) && text.get().isEmpty()) {
                query.set(ContractQuery.of(left));
                text.set(query.get().filter().text());
            }
            // What was typed before the answer came counts.
            narrow(filter -> filter.withText(text.get()));
            text.subscribe((before, after) -> narrow(filter -> filter.withText(after)));
            query.subscribe((before, after) -> window.load());
            window.load();
        });
        products.load();
    }

    /// The rows in the window.
    public RowWindow<ContractRow> window() {
        return window;
    }

    /// What begins words of the holder's name, or numbers.
    public StringProperty textProperty() {
        return text;
    }

    /// What is shown, and in which order.
    @Override
    public ReadOnlyObjectProperty<ContractQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// The products one can choose from.
    public Section<List<ProductChoice>> products() {
        return products;
    }

    /// The filters that this person keeps.
    @Override
    public SavedViewsViewModel views() {
        return views;
    }

    /// The countries one can choose from.
    public List<CountryCode> countries() {
        return work.rights().countries().stream().sorted().toList();
    }

    /// Shows what the changed filter lets through.
    void narrow(UnaryOperator<ContractFilter> change) {
        query.set(new ContractQuery(change.apply(query.get().filter()), query.get().sort()));
    }

    /// Shows another order.
    public void sort(Sort order) {
        query.set(new ContractQuery(query.get().filter(), order));
    }

    /// Shows every contract again; the order stays.
    public void clear() {
        views.pick(null);
        show(new ContractQuery(ContractFilter.ALL, query.get().sort()));
    }

    /// Whether the filter restricts anything.
    boolean filtered() {
        return !query.get().filter().equals(ContractFilter.ALL);
    }

    /// Shows what a saved view remembers.
    @Override
    public void pick(SavedView view) {
        views.pick(view);
        show(ContractQuery.of(view.query()));
    }

    /// Keeps the filter under that name.
    @Override
    public void keep(String name) {
        views.keep(name, query.get().asMap());
    }

    /// Whether what is shown is no longer what the picked view remembers.
    @Override
    public boolean differsFromView() {
        SavedView picked = views.currentProperty().get();
        return picked != null && !ContractQuery.of(picked.query()).equals(query.get());
    }

    /// Asks again for everything.
    public void refresh() {
        window.load();
        products.load();
    }

    /// The person leaves the list.
    void leave() {
        views.leave(query.get().asMap());
    }

    @Override
    public void close() {
        leave();
        changes.cancel();
        window.cancel();
        products.cancel();
    }

    private void show(ContractQuery wanted) {
        query.set(wanted);
        text.set(wanted.filter().text());
    }

    private RowWindow.Source<ContractRow> source() {
        ContractQuery now = query.get();
        return (from, backwards) -> work.contracts().page(new ContractPageRequest(now.filter(), now.sort(),
                from == null ? null : from.place(), backwards, PAGE));
    }

    private void readAgain(FileRef file) {
        if (file.kind() == FileKind.CONTRACT && window.rows().stream().anyMatch(row -> row.ref().equals(file))) {
            work.background().run(() -> work.contracts().find(file, work.today()),
                    found -> found.ifPresent(this::replace), window::fail);
        }
    }

    private void replace(ContractFile found) {
        window.replaceAll(row -> row.ref().equals(found.ref())
                ? new ContractRow(row.ref(), found.number(), found.holder(), found.holderName(), row.product(),
                        found.product(), found.from(), found.to(), found.state(), row.renewal(), row.employees(),
                        row.place())
                : row);
    }
}
