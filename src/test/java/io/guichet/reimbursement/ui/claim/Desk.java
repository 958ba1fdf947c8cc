package io.guichet.reimbursement.ui.claim;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Adjustment;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Decisions;
import io.guichet.reimbursement.DocumentRequest;
import io.guichet.reimbursement.OpenClaim;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Proposal;
import io.guichet.reimbursement.Verdict;
import io.guichet.reimbursement.Whose;
import io.guichet.reimbursement.WorkRow;
import io.guichet.reimbursement.Worklist;
import io.guichet.testing.TestFeed;
import io.guichet.testing.Testland;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A desk at which claims of Testland are decided: what is asked of the components, and what they answer.
final class Desk {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Clock CLOCK = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    static final FileRef CLAIM = claim("C1");
    static final FileRef OTHER = claim("C2");
    private static final FileRef MEMBER = new FileRef(Testland.CODE, FileKind.MEMBER, "42");

    final Texts texts = Texts.of(List.of("platform", "country", "reimbursement", "document", "tl"));
    final TestFeed feed = new TestFeed();
    final Map<FileRef, OpenClaim> stored = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    final List<Notices.Notice> told = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<FileRef> moved = new ArrayList<>();
    /// What the next command answers, or null: it is done.
    @Nullable Outcome<?> answer;
    /// What reading and deciding fail with, or null.
    @Nullable RuntimeException failure;
    Optional<Money> most = Optional.of(Money.euros(50_000));
    StaffGroup group = StaffGroup.OPERATIONS;

    Desk() {
        put(CLAIM, ClaimState.PENDED, null);
        put(OTHER, ClaimState.RECEIVED, null);
    }

    static FileRef claim(String key) {
        return new FileRef(Testland.CODE, FileKind.CLAIM, key);
    }

    /// 120.00 charged, 72.00 public, 28.80 ours, 19.20 the member's; and 800.00 of which we pay all.
    static ClaimDecision rules() {
        return new ClaimDecision(List.of(line(12_000, 7_200, 2_880), line(80_000, 0, 8_000)));
    }

    private static LineDecision line(long charged, long byPublic, long byUs) {
        return new LineDecision(Money.euros(charged), Money.euros(byPublic), Money.euros(byUs),
                Money.euros(charged - byPublic - byUs), List.of(new Step("AMC", Money.euros(byUs),
                UserMessage.of("reimbursement.step.adjusted", Money.euros(byUs), UserMessage.of("country.adjustment.GOODWILL")),
                "Journal officiel", List.of())), List.of());
    }

    void put(FileRef claim, ClaimState state, @Nullable String assignee, PastDecision... history) {
        put(claim, state, assignee, null, List.of(), history);
    }

    void put(FileRef claim, ClaimState state, @Nullable String assignee, @Nullable Proposal proposal, List<DocumentRequest> requests,
             PastDecision... history) {
        boolean undecided = state == ClaimState.RECEIVED || state == ClaimState.PENDED;
        ClaimFile file = new ClaimFile(claim, "TL-" + claim.reference(), MEMBER, state, TODAY.minusDays(20), FieldValues.of(Map.of()),
                List.of(FieldValues.of(Map.of()), FieldValues.of(Map.of())), undecided || state == ClaimState.REJECTED
                        ? Optional.empty() : Optional.of(rules()), state == ClaimState.PAID ? Optional.of(TODAY) : Optional.empty(), 1);
        Optional<WorkRow> row = state == ClaimState.PAID || state == ClaimState.REJECTED ? Optional.empty()
                : Optional.of(new WorkRow(claim, file.number(), MEMBER, "Ada Byron", state, file.received(), TODAY.minusDays(6), 0,
                        Money.euros(92_000), Money.ZERO, List.of(Finding.Code.DUPLICATE), null, assignee, 3,
                        new WorkRow.Place(9, TODAY, 1)));
        stored.put(claim, new OpenClaim(file, new Whose("Ada Byron", Locale.of("nl"), Optional.of(true)), row,
                undecided ? Optional.of(new Assessment(rules(), List.of(new Finding(Finding.Code.DUPLICATE,
                        UserMessage.of("country.finding.DUPLICATE"), 0)))) : Optional.empty(), List.of(history), requests, List.of(),
                Optional.ofNullable(proposal), most));
    }

    static PastDecision past(String staff, PastDecision.Kind kind, ClaimState state) {
        return new PastDecision(CLOCK.instant(), staff, kind, "", "", List.of(), state, Money.ZERO, Money.euros(10_880), List.of());
    }

    ClaimWork work(Background background) {
        Countries countries = Countries.of(List.of(country()));
        return new ClaimWork(decisions(), worklist(), countries, background, feed, new Rights("ops", Set.of(group), Set.of(Testland.CODE)),
                new FieldInput(countries.identifiers(), CLOCK), CLOCK);
    }

    ClaimParts parts() {
        Navigator navigator = new Navigator() {
            @Override
            public void open(FileRef file, boolean behind) {
                opened.add(file.toString());
            }

            @Override
            public boolean open(String screen, boolean behind) {
                opened.add(screen);
                return true;
            }
        };
        return new ClaimParts(new FxmlViews(texts), texts, navigator, told::add, List.of(), List.of());
    }

    ClaimHost host() {
        return new ClaimHost() {
            @Override
            public void decided(Decided done) {
                moved.add(done.claim());
            }

            @Override
            public void next() {
                moved.add(OTHER);
            }

            @Override
            public void previous() {
                moved.add(CLAIM);
            }
        };
    }

    private Country country() {
        Testland real = new Testland();
        ClaimRecords records = (ClaimRecords) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {ClaimRecords.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "form" -> new ClaimForm(List.of(), List.of(), "tl.claimLine.act", "tl.claimLine.careDay",
                            "tl.claimLine.charged", List.of("invoice", "prescription"));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (Country) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {Country.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("claims")) {
                        return Optional.of(records);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private <T> Outcome<T> done(String what, T value) {
        asked.add(what);
        if (failure != null) {
            throw failure;
        }
        Outcome<?> given = answer;
        answer = null;
        return given == null ? new Outcome.Done<>(value) : (Outcome<T>) given;
    }

    private Decided decided(FileRef claim, ClaimState state) {
        return new Decided(claim, 1, state, Money.euros(10_880), List.of(), Optional.empty());
    }

    private Decisions decisions() {
        return new Decisions() {
            @Override
            public Optional<OpenClaim> open(FileRef claim) {
                if (failure != null) {
                    throw failure;
                }
                return Optional.ofNullable(stored.get(claim));
            }

            @Override
            public List<String> adjustments() {
                return List.of("DOCUMENT_DIFFERS", "GOODWILL");
            }

            @Override
            public List<String> rejections(CountryCode country) {
                return List.of("NOT_COVERED", "OTHER");
            }

            @Override
            public Outcome<Decided> decide(FileRef claim, long revision, Verdict verdict) {
                return done(revision + " " + verdict, decided(claim, verdict instanceof Verdict.Reject ? ClaimState.REJECTED
                        : ClaimState.ACCEPTED));
            }

            @Override
            public Outcome<Decided> handOver(FileRef claim, long revision, List<Adjustment> lines, String note) {
                return done("hand over " + lines + " " + note, decided(claim, ClaimState.PENDED));
            }

            @Override
            public Outcome<Decided> undo(FileRef claim) {
                return done("undo " + claim, decided(claim, ClaimState.RECEIVED));
            }

            @Override
            public Outcome<FileRef> answered(FileRef claim, String document) {
                return done("answered " + document, claim);
            }

            @Override
            public Outcome<Decided> reopen(FileRef claim, String reason, String note) {
                return done("reopen " + reason, decided(claim, ClaimState.RECEIVED));
            }

            @Override
            public Outcome<Decided> decideAgain(FileRef claim, String reason, String note) {
                return done("again " + reason, decided(claim, ClaimState.ACCEPTED));
            }

            @Override
            public List<String> corrections() {
                return List.of("MEMBER_ASKED", "WRONG_ENTRY");
            }
        };
    }

    private Worklist worklist() {
        return (Worklist) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {Worklist.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "take", "release" -> done(method.getName(), stored.get((FileRef) arguments[0]).work().orElseThrow());
                    case "takeNext" -> stored.get(OTHER).work();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
