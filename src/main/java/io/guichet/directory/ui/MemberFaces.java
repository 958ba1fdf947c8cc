package io.guichet.directory.ui;

import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.PaymentLine;
import io.guichet.directory.Overviews;
import io.guichet.directory.ui.FacesViewModel.Face;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.ScrollPlaces;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What stands below the header of a member file besides its fields: the overview, the whole lists, the other country.
/// Each is read when somebody first looks at it.
public final class MemberFaces implements AutoCloseable {

    private final Workplace workplace;
    private final FacesViewModel faces;
    private final ScrollPlaces places = new ScrollPlaces();
    private final OverviewViewModel overview;
    private final HistoryViewModel history;
    private final IdentityViewModel identity;
    private final LedgerViewModel<ClaimLine> claims;
    private final LedgerViewModel<PaymentLine> payments;
    private final ReadOnlyObjectWrapper<@Nullable BesideViewModel> beside = new ReadOnlyObjectWrapper<>();
    private boolean started;

    MemberFaces(FileRef member, Workplace workplace, HistoryViewModel history) {
        this.workplace = workplace;
        this.history = history;
        identity = new IdentityViewModel(member, workplace);
        Overviews overviews = workplace.overviews();
        overview = new OverviewViewModel(member, workplace);
        faces = new FacesViewModel(overview.keepsCover() ? Face.OVERVIEW : Face.DETAILS);
        claims = new LedgerViewModel<>(workplace.background(), request ->
                whileOpen(member, () -> overviews.claims(member, request)), ClaimLine::place);
        payments = new LedgerViewModel<>(workplace.background(), request ->
                whileOpen(member, () -> overviews.payments(member, request)), PaymentLine::place);
        overview.whenReadAgain(() -> {
            claims.refresh();
            payments.refresh();
        });
        faces.faceProperty().subscribe(this::readShown);
        overview.dayProperty().subscribe(this::readShown);
    }

    /// The file is open: reads what is seen.
    void start() {
        if (!started) {
            started = true;
            overview.start();
            identity.load();
            readShown();
        }
    }

    /// Reads again what is shown.
    void refresh() {
        if (started) {
            overview.refresh();
            identity.load();
            BesideViewModel other = beside.get();
            if (other != null) {
                other.overview().refresh();
            }
        }
    }

    /// Where one is, and the way back.
    public FacesViewModel faces() {
        return faces;
    }

    public OverviewViewModel overview() {
        return overview;
    }

    /// How far its faces are scrolled.
    public ScrollPlaces places() {
        return places;
    }

    /// The same person elsewhere.
    public IdentityViewModel identity() {
        return identity;
    }

    public LedgerViewModel<ClaimLine> claims() {
        return claims;
    }

    public LedgerViewModel<PaymentLine> payments() {
        return payments;
    }

    /// The file that is shown beside this one, or null.
    public ReadOnlyObjectProperty<@Nullable BesideViewModel> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /// Shows the file of the same person in another country beside this one.
    public void showBeside(FileRef other, String label) {
        BesideViewModel now = beside.get();
        if (now == null || !now.other().equals(other)) {
            leaveBeside();
            BesideViewModel opened = new BesideViewModel(workplace, other, label, overview.dayProperty().get());
            beside.set(opened);
            opened.load();
        }
        faces.show(Face.BESIDE);
    }

    /// The file beside is about somebody else after all.
    public void unlinkBeside() {
        BesideViewModel now = beside.get();
        if (now != null) {
            identity.unlink(now.other(), () -> {
                leaveBeside();
                faces.forget(Face.BESIDE);
            });
        }
    }

    @Override
    public void close() {
        overview.close();
        identity.cancel();
        claims.cancel();
        payments.cancel();
        leaveBeside();
    }

    private void leaveBeside() {
        BesideViewModel now = beside.get();
        if (now != null) {
            now.close();
            beside.set(null);
        }
    }

    private void readShown() {
        LocalDate day = overview.dayProperty().get();
        BesideViewModel other = beside.get();
        if (other != null) {
            other.overview().asOf(day);
        }
        if (!started) {
            return;
        }
        switch (faces.faceProperty().get()) {
            case CLAIMS -> claims.show(day);
            case PAYMENTS -> payments.show(day);
            case HISTORY -> history.want();
            case OVERVIEW, DETAILS, CONTRACTS, BESIDE -> { }
        }
    }

    private <T> T whileOpen(FileRef member, Supplier<T> question) {
        return OverviewViewModel.whileOpen(workplace, member, question);
    }
}
