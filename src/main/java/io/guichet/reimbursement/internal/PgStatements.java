package io.guichet.reimbursement.internal;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberFile;
import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.paper.PaperWords;
import io.guichet.country.paper.StatementBody;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Paper;
import io.guichet.reimbursement.PastDecision;
import io.guichet.reimbursement.Statements;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Statements from what the claim's country keeps of it.
public final class PgStatements implements Statements {

    private static final String PURPOSE = "letter";
    private static final String LETTER = "country.rejectionLetter.";

    private final Database database;
    private final Countries countries;
    private final Supplier<Texts> texts;
    private final Clock clock;

    /// @param texts asked for when a statement is made: words in languages that are not in use
    /// @param clock tells the day on which a statement is made
    public PgStatements(Database database, Countries countries, Supplier<Texts> texts, Clock clock) {
        this.database = database;
        this.countries = countries;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Outcome<Paper> statement(FileRef claim, @Nullable Locale language) {
        Optional<Country> country = countries.find(claim.country());
        Optional<ClaimRecords> records = country.flatMap(Country::claims);
        Optional<CountryPapers> papers = country.flatMap(Country::papers);
        Optional<StatementForm> form = papers.flatMap(CountryPapers::statements);
        if (country.isEmpty() || records.isEmpty() || papers.isEmpty() || form.isEmpty()) {
            return new Outcome.Denied<>(UserMessage.of("reimbursement.statement.noForm"));
        }
        List<FileRef> opened = new ArrayList<>();
        try {
            Optional<ClaimFile> file = open(claim, opened)
                    ? database.read(work -> records.get().find(work, claim.reference())) : Optional.empty();
            if (file.isEmpty() || !open(file.get().member(), opened)) {
                return new Outcome.Denied<>(UserMessage.of("reimbursement.statement.unknown"));
            }
            if (file.get().decision().isEmpty() && file.get().state() != ClaimState.REJECTED) {
                return new Outcome.Denied<>(UserMessage.of("reimbursement.statement.undecided", file.get().number()));
            }
            return database.read(work -> {
                Optional<MemberFile> member = country.get().members().find(work, file.get().member().reference());
                return member.<Outcome<Paper>>map(found -> new Outcome.Done<>(
                        paper(work, country.get(), papers.get(), form.get(), file.get(), found, language)))
                        .orElseGet(() -> new Outcome.Denied<>(UserMessage.of("reimbursement.statement.unknown")));
            });
        } finally {
            close(opened);
        }
    }

    private Paper paper(UnitOfWork work, Country country, CountryPapers papers, StatementForm form, ClaimFile claim,
                        MemberFile member, @Nullable Locale language) {
        PaperWords words = new PaperWords(texts.get(), language == null
                ? PaperWords.spoken(country.members().groups(), member.values(), country.languages()) : language);
        StatementBody body = form.body(work, claim, member.label(), words);
        Map<String, String> values = words.letterhead(papers, member.label(), member.values(), LocalDate.now(clock));
        values.putAll(body.values());
        values.put("outcome", words.text(outcome(work, claim)));
        values.put("note", words.text(note(claim)));
        return new Paper(body.template(), words.language(), values, body.rows());
    }

    /// How to read the amounts, and what to do when one does not agree.
    private static String note(ClaimFile claim) {
        if (claim.state() == ClaimState.REJECTED) {
            return "country.statement.noteRefused";
        }
        boolean explained = claim.decision().stream().flatMap(decision -> decision.lines().stream())
                .anyMatch(line -> !line.steps().isEmpty());
        return explained ? "country.statement.note" : "country.statement.noteOlder";
    }

    /// What became of it, in one sentence.
    private static UserMessage outcome(UnitOfWork work, ClaimFile claim) {
        if (claim.state() == ClaimState.REJECTED) {
            return DecisionStore.history(work, claim.ref()).stream().filter(past -> past.kind() == PastDecision.Kind.REJECT)
                    .max(Comparator.comparing(PastDecision::at)).map(past -> UserMessage.of(LETTER + past.reason()))
                    .orElse(UserMessage.of("country.statement.refused"));
        }
        Money paid = claim.decision().map(ClaimDecision::insurerPaid).orElse(Money.ZERO);
        if (paid.minor() == 0) {
            return UserMessage.of("country.statement.nothing");
        }
        return claim.paidOn().map(day -> UserMessage.of("country.statement.paid", paid, day))
                .orElse(UserMessage.of("country.statement.toPay", paid));
    }

    /// Opens a file unless it is open; false when there is none for this person.
    private boolean open(FileRef file, List<FileRef> opened) {
        return database.write(work -> {
            if (Calls.holds(work, "SELECT directory.has_open(?, ?, ?)", file.country().value(), file.kind().code(),
                    file.reference())) {
                return true;
            }
            boolean there = Calls.holds(work, "SELECT directory.open_file(?, ?, ?, ?)", file.country().value(), file.kind().code(),
                    file.reference(), PURPOSE);
            if (there) {
                opened.add(file);
            }
            return there;
        });
    }

    private void close(List<FileRef> opened) {
        if (!opened.isEmpty()) {
            database.write(work -> {
                opened.forEach(file -> Calls.list(work, row -> file, "SELECT directory.close_file(?, ?, ?)",
                        file.country().value(), file.kind().code(), file.reference()));
                return opened.size();
            });
        }
    }
}
