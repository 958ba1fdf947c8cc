package io.guichet.directory.ui;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.directory.FileClosed;
import io.guichet.directory.MemberEvent;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.live.Change;
import io.guichet.platform.live.ChangeFeed;
import io.guichet.platform.ui.Section;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What answers a call about one member, as of a day: sections that load, fail and are read again each by itself. The
/// member must be open (`Directory.open`) before `start`. All methods are called on the JavaFX thread.
public final class OverviewViewModel implements AutoCloseable {

    /// What a large window has room for; a small one shows the first of them.
    static final int CLAIMS = 12;
    static final int PAYMENTS = 8;
    static final int EVENTS = 10;

    /// A claim that somebody just entered is told by its own name, which says nothing of the member: after a change of a
    /// claim or contract that is not on the screen, the sections are read again, at most this often.
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final FileRef member;
    private final Workplace workplace;
    private final Section<List<Cover>> covers;
    private final Section<List<Allowance>> allowances;
    private final Section<List<Relative>> household;
    private final Section<Page<ClaimLine>> claims;
    private final Section<Page<PaymentLine>> payments;
    private final Section<List<MemberEvent>> happened;
    private final ReadOnlyObjectWrapper<LocalDate> day;
    private final ObservableValue<@Nullable Standing> standing;
    private final List<Runnable> ends = new ArrayList<>();
    private boolean started;
    private boolean shown;
    private boolean perhapsChanged;
    private Runnable readAgain = () -> { };

    OverviewViewModel(FileRef member, Workplace workplace) {
        this.member = member;
        this.workplace = workplace;
        day = new ReadOnlyObjectWrapper<>(today());
        covers = section((overviews, of) -> overviews.covers(member, of));
        allowances = section((overviews, of) -> overviews.allowances(member, of));
        household = section((overviews, of) -> overviews.household(member, of));
        claims = section((overviews, of) -> overviews.claims(member, HistoryRequest.newest(of, CLAIMS)));
        payments = section((overviews, of) -> overviews.payments(member, HistoryRequest.newest(of, PAYMENTS)));
        happened = section((overviews, of) -> overviews.happened(member, of, EVENTS));
        standing = covers.valueProperty().map(Standing::of);
    }

    /// Reads everything. Called once, when the file is open.
    void start() {
        started = true;
        ChangeFeed.Subscription changes = workplace.feed().onChange(change ->
                workplace.background().onScreen(() -> told(change)));
        ends.add(changes::cancel);
        ends.add(workplace.ticker().every(PAUSE, this::readPerhapsChanged)::cancel);
        sections().forEach(Section::load);
    }

    /// What else is to be read whenever the sections are read again.
    void whenReadAgain(Runnable also) {
        readAgain = also;
    }

    public FileRef member() {
        return member;
    }

    /// Whether this country keeps covers here: without them there is nothing to answer with.
    public boolean keepsCover() {
        return workplace.overviews().keepsCover(member.country());
    }

    /// The day that everything is told of.
    public ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    public boolean isToday() {
        return day.get().equals(today());
    }

    /// Whether the member is covered; null until that is known.
    public ObservableValue<@Nullable Standing> standing() {
        return standing;
    }

    public Section<List<Cover>> covers() {
        return covers;
    }

    public Section<List<Allowance>> allowances() {
        return allowances;
    }

    public Section<List<Relative>> household() {
        return household;
    }

    /// The newest claims.
    public Section<Page<ClaimLine>> claims() {
        return claims;
    }

    /// The newest payments.
    public Section<Page<PaymentLine>> payments() {
        return payments;
    }

    public Section<List<MemberEvent>> happened() {
        return happened;
    }

    /// Tells everything as of another day.
    public void asOf(LocalDate wanted) {
        if (!wanted.equals(day.get())) {
            day.set(wanted);
            if (started) {
                sections().forEach(Section::loadOther);
            }
        }
    }

    /// Goes so many years on, or back.
    public void step(int years) {
        asOf(day.get().plusYears(years));
    }

    /// Back to today.
    public void toToday() {
        asOf(today());
    }

    /// Reads everything again; what is shown stays meanwhile.
    void refresh() {
        if (started) {
            perhapsChanged = false;
            sections().forEach(Section::load);
            readAgain.run();
        }
    }

    /// Whether anybody sees it: what may have changed meanwhile is read when they look again.
    void shown(boolean now) {
        shown = now;
        readPerhapsChanged();
    }

    /// Asks for health data. An opening that ran out while the machine slept is made anew, and recorded as such.
    static <T> T whileOpen(Workplace workplace, FileRef member, Supplier<T> question) {
        try {
            return question.get();
        } catch (FileClosed closed) {
            workplace.directory().open(member, MemberViewModel.PURPOSE);
            return question.get();
        }
    }

    @Override
    public void close() {
        started = false;
        ends.forEach(Runnable::run);
        ends.clear();
        sections().forEach(Section::cancel);
    }

    private LocalDate today() {
        return LocalDate.now(workplace.clock());
    }

    private <T> Section<T> section(BiFunction<Overviews, LocalDate, T> question) {
        return new Section<>(workplace.background(), () -> {
            LocalDate of = day.get();
            return () -> whileOpen(workplace, member, () -> question.apply(workplace.overviews(), of));
        });
    }

    /// Without cover there is nothing but what happened.
    private List<Section<?>> sections() {
        return keepsCover() ? List.of(covers, allowances, household, claims, payments, happened) : List.of(happened);
    }

    private void told(Change change) {
        if (!started) {
            return;
        }
        if (concerns(change.file())) {
            refresh();
        } else if (change.file().country().equals(member.country()) && mayConcern(change.file().kind())) {
            perhapsChanged = true;
        }
    }

    private void readPerhapsChanged() {
        if (perhapsChanged && shown) {
            refresh();
        }
    }

    private static boolean mayConcern(FileKind kind) {
        return switch (kind) {
            case CLAIM, CONTRACT, AMENDMENT, CASE -> true;
            case MEMBER, COMPANY, QUOTE, ACCOUNT -> false;
        };
    }

    /// Whether a file is this one, or stands in one of the sections.
    private boolean concerns(FileRef file) {
        List<Cover> contracts = covers.valueProperty().get();
        List<Relative> relatives = household.valueProperty().get();
        Page<ClaimLine> claimed = claims.valueProperty().get();
        return file.equals(member)
                || contracts != null && contracts.stream().anyMatch(cover -> cover.contract().equals(file))
                || relatives != null && relatives.stream().anyMatch(relative -> relative.member().equals(file))
                || claimed != null && claimed.rows().stream().anyMatch(claim -> claim.claim().equals(file));
    }
}
