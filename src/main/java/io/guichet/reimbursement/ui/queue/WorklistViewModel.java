package io.guichet.reimbursement.ui.queue;

import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.LatestWork;
import io.guichet.platform.ui.RowWindow;
import io.guichet.platform.ui.Section;
import io.guichet.platform.ui.list.SavedViewsViewModel;
import io.guichet.platform.ui.list.ViewStore.SavedView;
import io.guichet.platform.ui.list.ViewedList;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.WorkNumbers;
import io.guichet.reimbursement.WorkPageRequest;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.WorkTotals;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The queue on the screen: which claims, a window of them that follows where the person scrolls, live counts, and the sums
/// of what is shown. The server filters and sorts; how the list was left is there again the next time.
public final class WorklistViewModel implements ViewedList, AutoCloseable {

    static final int PAGE = 100;
    static final int WINDOW = 600;
    private static final String LIST = "reimbursement.worklist";

    private final QueueWork work;
    private final RowWindow<WorkRow> window;
    private final Section<WorkNumbers> numbers;
    private final Section<WorkTotals> totals;
    private final Section<List<Colleague>> colleagues;
    private final SavedViewsViewModel views;
    private final LatestWork naming;
    private final Ticked ticked = new Ticked();
    private final LiveRows live;
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty member = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<WorkQuery> query = new ReadOnlyObjectWrapper<>(WorkQuery.UNDECIDED);
    private final ReadOnlyObjectWrapper<WorkFilter> filter = new ReadOnlyObjectWrapper<>(WorkFilter.UNDECIDED);
    private final ReadOnlyBooleanWrapper tooCommon = new ReadOnlyBooleanWrapper();

    public WorklistViewModel(QueueWork work) {
        this.work = work;
        window = new RowWindow<>(work.background(), this::source, WINDOW);
        numbers = new Section<>(work.background(), () -> work.worklist()::numbers);
        totals = new Section<>(work.background(), () -> {
            WorkFilter now = filter.get();
            return () -> work.worklist().totals(now);
        });
        colleagues = new Section<>(work.background(), () -> () -> work.worklist().colleagues(Set.of()));
        views = new SavedViewsViewModel(work.views(), work.background(), LIST);
        naming = new LatestWork(work.background());
        live = new LiveRows(work, window, ticked, filter::get);
        live.onChange(numbers::load);
        live.onPause(totals::load);
    }

    /// Reads what is kept, then the list as it was left. Called once.
    public void start() {
        views.start(left -> {
            if (query.get().equals(WorkQuery.UNDECIDED)) {
                show(WorkQuery.of(left));
            }
            number.subscribe((before, after) -> narrow(now -> now.withNumber(after)));
            member.subscribe((before, after) -> query.set(query.get().withMember(after)));
            query.subscribe((before, after) -> ask());
            ask();
        });
        numbers.load();
        colleagues.load();
    }

    /// The rows in the window.
    public RowWindow<WorkRow> window() {
        return window;
    }

    /// What begins the claim's number.
    public StringProperty numberProperty() {
        return number;
    }

    /// What begins words of the member's name.
    public StringProperty memberProperty() {
        return member;
    }

    @Override
    public ReadOnlyObjectProperty<WorkQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// What is asked of the server: the query with the members that its name means.
    public WorkFilter filter() {
        return filter.get();
    }

    /// Whether more members are called so than a filter names: then nothing is shown until more of the name is typed.
    public ReadOnlyBooleanProperty tooCommonProperty() {
        return tooCommon.getReadOnlyProperty();
    }

    /// How many claims wait for what.
    public Section<WorkNumbers> numbers() {
        return numbers;
    }

    /// What all that is shown adds up to.
    public Section<WorkTotals> totals() {
        return totals;
    }

    /// Who decides claims.
    public Section<List<Colleague>> colleagues() {
        return colleagues;
    }

    @Override
    public SavedViewsViewModel views() {
        return views;
    }

    /// The rows that were chosen one by one.
    Ticked ticked() {
        return ticked;
    }

    /// What changed since the rows were read.
    LiveRows live() {
        return live;
    }

    /// The countries one can choose from.
    public List<CountryCode> countries() {
        return work.countries();
    }

    /// Shows what the changed filter lets through.
    void narrow(UnaryOperator<WorkFilter> change) {
        query.set(query.get().with(change.apply(query.get().filter())));
    }

    /// Shows what a view that everybody has shows.
    void pick(WorkQuery wanted) {
        views.pick(null);
        show(wanted);
    }

    /// Shows what is to be decided, whatever it is.
    void clear() {
        pick(WorkQuery.UNDECIDED);
    }

    /// Whether anything else is asked for than what is to be decided.
    boolean filtered() {
        return !query.get().equals(WorkQuery.UNDECIDED);
    }

    @Override
    public void pick(SavedView view) {
        views.pick(view);
        show(WorkQuery.of(view.query()));
    }

    @Override
    public void keep(String name) {
        views.keep(name, query.get().asMap());
    }

    @Override
    public boolean differsFromView() {
        SavedView picked = views.currentProperty().get();
        return picked != null && !WorkQuery.of(picked.query()).equals(query.get());
    }

    /// Reads again what is shown; what one looks at stays where it is.
    public void refresh() {
        numbers.load();
        totals.load();
        if (window.problemProperty().get() != null || !window.loadedProperty().get()) {
            ask();
        } else {
            live.all();
        }
    }

    /// Reads from the beginning.
    void reload() {
        numbers.load();
        ask();
    }

    /// The person leaves the list.
    void leave() {
        views.leave(query.get().asMap());
    }

    @Override
    public void close() {
        leave();
        live.close();
        naming.cancel();
        window.cancel();
        numbers.cancel();
        totals.cancel();
        colleagues.cancel();
    }

    private void show(WorkQuery wanted) {
        query.set(wanted);
        number.set(wanted.filter().number());
        member.set(wanted.member());
    }

    /// Members are looked up by name first: the queue knows their keys only.
    private void ask() {
        WorkQuery now = query.get();
        if (now.member().isBlank()) {
            naming.cancel();
            ask(now.filter(), false);
            return;
        }
        MemberPageRequest named = new MemberPageRequest(now.member(), now.filter().countries(), null, false,
                WorkFilter.MOST_MEMBERS);
        naming.run(() -> work.directory().members(named), found -> {
            Set<FileRef> members = found.more() ? Set.of()
                    : found.rows().stream().map(MemberRow::ref).collect(Collectors.toSet());
            ask(now.filter().withMembers(members), found.more());
        }, window::fail);
    }

    private void ask(WorkFilter wanted, boolean common) {
        if (!wanted.equals(filter.get())) {
            ticked.end();
            filter.set(wanted);
        }
        tooCommon.set(common);
        live.forget();
        window.load();
        totals.loadOther();
    }

    private RowWindow.Source<WorkRow> source() {
        WorkFilter now = filter.get();
        return (from, backwards) -> work.worklist().page(new WorkPageRequest(now, from == null ? null : from.place(), backwards, PAGE));
    }
}
