package io.guichet.contract.ui;

import io.guichet.access.Rights;
import io.guichet.access.SavedViews;
import io.guichet.access.StaffGroup;
import io.guichet.contract.AmendmentDetails;
import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.Amendments;
import io.guichet.contract.Batch;
import io.guichet.contract.BatchReport;
import io.guichet.contract.Batches;
import io.guichet.contract.FollowUp;
import io.guichet.contract.SaveDraft;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.PossibleDuplicate;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.Identifiers;
import io.guichet.document.DocumentRow;
import io.guichet.document.Documents;
import io.guichet.document.Paper;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.TestFeed;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A country's contracts as these tests write them: amendments live in memory, what a preview says is set by hand.
final class Scripted {

    static final CountryCode COUNTRY = CountryCode.of("ZZ");
    static final FileRef CONTRACT = new FileRef(COUNTRY, FileKind.CONTRACT, "K-1");
    static final FileRef COMPANY = new FileRef(COUNTRY, FileKind.COMPANY, "C-1");
    static final FileRef MEMBER = new FileRef(COUNTRY, FileKind.MEMBER, "7");
    static final String NAME = "zz.member.lastName";
    static final String BIRTH = "zz.member.birthDate";
    static final String PRODUCT = "zz.member.firstName";
    static final String REASON = "zz.member.sex";
    static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");
    static final FieldInput INPUT = new FieldInput(new Identifiers(List.of(), Map.of()), Clock.fixed(NOW, ZoneOffset.UTC));

    static final AmendmentKind ENROL = new AmendmentKind("enrol", AmendmentKind.Subject.NEWCOMER,
            List.of(new FieldGroup("zz.member.group.identity", List.of(
                    field(NAME, new FieldType.Text(40), true), field(BIRTH, new FieldType.Day(), true)))),
            List.of("membership"), true);
    static final AmendmentKind TERMINATE = new AmendmentKind("terminate", AmendmentKind.Subject.COVERED,
            List.of(new FieldGroup("zz.member.group.identity", List.of(
                    field(REASON, new FieldType.Choice(List.of("F", "M")), true)))), List.of(), true);

    static final AmendmentKind OPTION = new AmendmentKind("option", AmendmentKind.Subject.CONTRACT,
            List.of(new FieldGroup("zz.member.group.identity", List.of(
                    field(PRODUCT, new FieldType.Text(20), true)))), List.of(), false);

    final Background background;
    final ScriptedContracts contracts = new ScriptedContracts();
    final Map<FileRef, AmendmentDetails> stored = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<Runnable> ticks = new ArrayList<>();
    final TestFeed feed = new TestFeed();
    final Map<String, Map<String, SavedViews.SavedView>> views = new TreeMap<>();
    List<PossibleDuplicate> duplicates = List.of();
    List<FollowUp> followUps = List.of();
    List<FieldProblem> refusal = List.of();
    AmendmentPreview preview = preview(List.of(), List.of());
    Outcome<Batch> batch = new Outcome.Invalid<>(List.of());
    @Nullable BatchReport report;
    @Nullable RuntimeException failure;
    StaffGroup group = StaffGroup.CARE_AGENT;
    private int next = 100;

    Scripted() {
        this(new ImmediateBackground());
    }

    Scripted(Background background) {
        this.background = background;
    }

    static FieldSpec field(String key, FieldType type, boolean required) {
        return new FieldSpec(key, type, required, true, Sensitivity.PLAIN, "", 1000);
    }

    static AmendmentPreview preview(List<FieldProblem> problems, List<String> missing) {
        return new AmendmentPreview(problems, List.of(), Money.euros(10_000), Money.euros(12_500), List.of(), List.of(),
                List.of(), missing);
    }

    static FileRef ref(int number) {
        return new FileRef(COUNTRY, FileKind.AMENDMENT, Integer.toString(number));
    }

    /// What a colleague, or the database, made of it.
    AmendmentDetails store(FileRef ref, AmendmentOrder order, String note, AmendmentRow.State state, String by) {
        AmendmentDetails before = stored.get(ref);
        AmendmentKind kind = List.of(ENROL, TERMINATE, OPTION).stream()
                .filter(each -> each.code().equals(order.kind())).findFirst().orElseThrow();
        AmendmentDetails now = new AmendmentDetails(new AmendmentRow(ref, CONTRACT, "K-1", order.kind(), order.effective(),
                state, order.subject(), order.subject() == null ? "" : "Ada Byron", by, NOW),
                before == null ? 1 : before.version() + 1, kind, order, note, List.of(),
                state == AmendmentRow.State.CANCELLED ? "by mistake" : null, true);
        stored.put(ref, now);
        return now;
    }

    void tell(FileRef file, String origin) {
        feed.tell(file, 1, origin);
    }

    void tick() {
        List.copyOf(ticks).forEach(Runnable::run);
    }

    ContractWork work() {
        return new ContractWork(contracts, new Drafts(), new Files(), new Views(), contracts.directory(), papers(),
                background, feed, (period, action) -> {
            ticks.add(action);
            Background.Running running = () -> ticks.remove(action);
            return running;
        }, new Rights("care", Set.of(group), Set.of(COUNTRY)), INPUT, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void call(String name) {
        calls.add(name);
        if (failure != null) {
            throw failure;
        }
    }

    private final class Drafts implements Amendments {

        @Override
        public List<AmendmentKind> kinds(CountryCode country) {
            call("kinds");
            return List.of(ENROL, TERMINATE, OPTION);
        }

        @Override
        public List<AmendmentRow> of(FileRef file, int limit) {
            call("of");
            return stored.values().stream().map(AmendmentDetails::row).toList();
        }

        @Override
        public List<AmendmentRow> drafts(int limit) {
            return List.of();
        }

        @Override
        public Optional<AmendmentDetails> find(FileRef amendment) {
            call("find");
            return Optional.ofNullable(stored.get(amendment));
        }

        @Override
        public Outcome<AmendmentDetails> save(SaveDraft command) {
            call("save");
            FileRef ref = command.amendment();
            if (ref == null) {
                return new Outcome.Done<>(store(ref(next++), command.order(), command.note(), AmendmentRow.State.DRAFT, "care"));
            }
            AmendmentDetails now = stored.get(ref);
            return now == null || now.version() != command.version()
                    ? new Outcome.Conflict<>(now == null ? 0 : now.version(), List.of())
                    : new Outcome.Done<>(store(ref, command.order(), command.note(), AmendmentRow.State.DRAFT, "care"));
        }

        private Outcome<AmendmentDetails> decide(String name, FileRef ref, AmendmentRow.State state) {
            call(name);
            if (!refusal.isEmpty()) {
                return new Outcome.Invalid<>(refusal);
            }
            AmendmentDetails now = Objects.requireNonNull(stored.get(ref));
            return new Outcome.Done<>(store(ref, now.order(), now.note(), state, "care"));
        }

        @Override
        public Outcome<AmendmentDetails> discard(FileRef amendment, long version) {
            return decide("discard", amendment, AmendmentRow.State.DISCARDED);
        }

        @Override
        public AmendmentPreview preview(FileRef amendment) {
            call("preview");
            return preview;
        }

        @Override
        public List<PossibleDuplicate> duplicates(FileRef amendment) {
            call("duplicates");
            return duplicates;
        }

        @Override
        public Outcome<AmendmentDetails> apply(FileRef amendment, long version) {
            return decide("apply", amendment, AmendmentRow.State.APPLIED);
        }

        @Override
        public Outcome<AmendmentDetails> cancel(FileRef amendment, long version, String reason) {
            return decide("cancel " + reason, amendment, AmendmentRow.State.CANCELLED);
        }

        @Override
        public List<FollowUp> followUps(FileRef amendment) {
            call("followUps");
            return followUps;
        }

        @Override
        public List<FollowUp> openFollowUps(int limit) {
            return List.of();
        }
    }

    private final class Files implements Batches {

        @Override
        public List<AmendmentKind> kinds(FileRef contract) {
            return List.of(ENROL, TERMINATE);
        }

        @Override
        public void template(FileRef contract, String kind, Path target) {
            call("template " + kind);
        }

        @Override
        public Outcome<Batch> read(FileRef contract, String kind, Path file) {
            call("read " + kind);
            return batch;
        }

        @Override
        public Outcome<Batch> add(Batch read, String type, Path paper) {
            call("add " + type);
            return paper.toString().endsWith(".exe")
                    ? new Outcome.Invalid<>(List.of(new FieldProblem("file", UserMessage.of("platform.ui.error.unexpected"))))
                    : new Outcome.Done<>(read.with(new Paper(type, paper.toString(), "application/pdf", new byte[1])));
        }

        @Override
        public BatchReport rehearse(Batch read, DoubleConsumer done) {
            call("rehearse");
            done.accept(0.5);
            return Objects.requireNonNull(report);
        }

        @Override
        public Outcome<BatchReport> apply(Batch read, DoubleConsumer done) {
            call("applyBatch");
            BatchReport tried = Objects.requireNonNull(report);
            return new Outcome.Done<>(new BatchReport(true, tried.rows(), tried.premiumBefore(), tried.premiumAfter(),
                    tried.wrongClaims(), tried.openClaims()));
        }
    }

    private final class Views implements SavedViews {

        @Override
        public List<SavedView> of(String list) {
            return List.copyOf(views.getOrDefault(list, Map.of()).values());
        }

        @Override
        public void keep(String list, SavedView view) {
            call("keep " + list + " " + view.name());
            views.computeIfAbsent(list, name -> new TreeMap<>()).put(view.name(), view);
        }

        @Override
        public void forget(String list, String name) {
            views.getOrDefault(list, new TreeMap<>()).remove(name);
        }
    }

    /// Only attaching is asked for here.
    private Documents papers() {
        return (Documents) Proxy.newProxyInstance(Scripted.class.getClassLoader(), new Class<?>[] {Documents.class},
                (proxy, method, arguments) -> {
            if (method.getName().equals("attach") && arguments[2] instanceof Path source) {
                call("attach " + arguments[1]);
                if (source.toString().endsWith(".exe")) {
                    return new Outcome.Invalid<>(List.of(new FieldProblem("file",
                            UserMessage.of("platform.ui.error.unexpected"))));
                }
                preview = preview(List.of(), List.of());
                return new Outcome.Done<>(new DocumentRow(1, (FileRef) arguments[0], (String) arguments[1],
                        source.toString(), "application/pdf", 1, "care", NOW));
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }
}
