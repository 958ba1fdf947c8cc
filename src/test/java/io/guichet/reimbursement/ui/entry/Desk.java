package io.guichet.reimbursement.ui.entry;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchResult;
import io.guichet.directory.SearchRow;
import io.guichet.document.Documents;
import io.guichet.document.Paper;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.reimbursement.Decided;
import io.guichet.reimbursement.Entries;
import io.guichet.reimbursement.Intake.Taken;
import io.guichet.testing.Papers;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where claims are entered in tests: the form of the first country that has one, and a database that answers as it is told.
final class Desk implements Entries {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    final Country country = Countries.load().all().stream().filter(each -> each.claims().isPresent()).findFirst().orElseThrow();
    final ClaimForm form = country.claims().orElseThrow().form();
    final FileRef member = new FileRef(country.code(), FileKind.MEMBER, "42");
    final FileRef claim = new FileRef(country.code(), FileKind.CLAIM, "77");
    final Texts texts = Texts.of(List.of("platform", "country", "document", "reimbursement", country.code().folder()));
    final List<Act> acts = country.adjudication().orElseThrow().acts(TODAY);

    final List<Entry> rehearsed = new ArrayList<>();
    final List<Entry> entered = new ArrayList<>();
    final Map<String, Typed> kept = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();
    Function<Entry, Outcome<Taken>> enter = entry -> new Outcome.Done<>(taken(ClaimState.ACCEPTED));
    Function<Entry, Outcome<Rehearsal>> rehearse = this::told;
    @Nullable RuntimeException broken;
    boolean allowed = true;
    @Nullable ClaimFile file;

    EntryWork work(Background background) {
        Countries countries = Countries.load();
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new EntryWork(countries, this, documents(), directory(), file -> "Ada Byron", background,
                new Rights("operations", Set.of(StaffGroup.OPERATIONS), Set.of(country.code())),
                new FieldInput(countries.identifiers(), clock), texts, clock);
    }

    /// What is known: all that must be said but the act and the amount.
    FieldValues known() {
        FieldValues known = FieldValues.of(Map.of());
        for (FieldSpec spec : Stream.concat(form.claim().stream(), form.line().stream())
                .map(FieldGroup::fields).flatMap(List::stream).toList()) {
            if (spec.required() && !spec.key().equals(form.act()) && !spec.key().equals(form.charged())) {
                known = known.with(spec.key(), spec.type() instanceof FieldType.Day ? TODAY.toString()
                        : spec.type() instanceof FieldType.Choice(List<String> options) ? options.getFirst() : "7");
            }
        }
        return known;
    }

    /// The claim as it stands, with one line of that amount.
    ClaimFile standing(String charged, long version) {
        return new ClaimFile(claim, "77", member, ClaimState.PENDED, TODAY, known(), List.of(known().with(form.act(), acts.getFirst().code())
                .with(form.charged(), charged)), Optional.empty(), Optional.empty(), version);
    }

    Taken taken(ClaimState state) {
        return new Taken(false, new Decided(claim, 1, state, Money.euros(2880), findings, Optional.empty()));
    }

    private Outcome<Rehearsal> told(Entry entry) {
        Money charged = Money.euros(3000);
        Money paid = Money.euros(1000);
        return new Outcome.Done<>(new Rehearsal(new Assessment(new ClaimDecision(entry.intake().lines().stream()
                .map(line -> new LineDecision(charged, paid, paid, paid, List.of(), List.of())).toList()), findings), Money.euros(50_000)));
    }

    static void line(EntryLine line, Act act, String charged, ClaimForm form) {
        line.act().choose(act);
        line.form().field(form.charged()).orElseThrow().textProperty().set(charged);
    }

    private void fail() {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public Optional<FieldValues> begin(FileRef whose, LocalDate careDay) {
        fail();
        return allowed ? Optional.of(known()) : Optional.empty();
    }

    @Override
    public Optional<ClaimFile> open(FileRef which) {
        fail();
        return Optional.ofNullable(file);
    }

    @Override
    public Outcome<Rehearsal> rehearse(Entry entry) {
        fail();
        rehearsed.add(entry);
        return rehearse.apply(entry);
    }

    @Override
    public Outcome<Taken> enter(Entry entry) {
        fail();
        entered.add(entry);
        return enter.apply(entry);
    }

    private static String key(FileRef whose, @Nullable FileRef which) {
        return whose + " " + which;
    }

    @Override
    public Optional<Draft> draft(FileRef whose, @Nullable FileRef which) {
        return Optional.ofNullable(kept.get(key(whose, which))).map(typed -> new Draft(typed, Instant.parse("2026-11-20T09:00:00Z")));
    }

    @Override
    public void keep(FileRef whose, @Nullable FileRef which, Typed typed) {
        kept.put(key(whose, which), typed);
    }

    @Override
    public void forget(FileRef whose, @Nullable FileRef which) {
        kept.remove(key(whose, which));
    }

    /// Finds Ada by any text that begins with "a".
    private Directory directory() {
        SearchRow ada = new SearchRow(member, "Ada Byron", "Lyon", LocalDate.of(1985, 12, 10), List.of(), null);
        return (Directory) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {Directory.class}, (self, method, arguments) ->
                new SearchResult(arguments[0].toString().contains("text=a") ? List.of(ada) : List.of(), Duration.ZERO));
    }

    /// Reads any file as a PDF, but no photographs of telephones.
    private Documents documents() {
        return (Documents) Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {Documents.class}, (self, method, arguments) -> {
            String name = String.valueOf(((Path) arguments[1]).getFileName());
            return name.endsWith(".heic")
                    ? new Outcome.Invalid<Paper>(List.of(new FieldProblem("file", UserMessage.of("document.error.heic", name))))
                    : new Outcome.Done<>(new Paper((String) arguments[0], name, "application/pdf", Papers.pdf(name)));
        });
    }
}
