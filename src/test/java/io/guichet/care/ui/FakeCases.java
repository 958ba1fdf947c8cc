package io.guichet.care.ui;

import io.guichet.care.CaseDetails;
import io.guichet.care.CaseRow;
import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseRow.State;
import io.guichet.care.Cases;
import io.guichet.care.MoveCase;
import io.guichet.care.OpenCase;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldChange;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.Navigator;
import io.guichet.testing.TestFeed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cases in memory, as seen by `care`.
final class FakeCases implements Cases {

    static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    static final CountryCode COUNTRY = new CountryCode("ZZ");
    static final FileRef MEMBER = new FileRef(COUNTRY, FileKind.MEMBER, "42");

    final Map<FileRef, CaseDetails> cases = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    final TestFeed feed = new TestFeed();
    final List<Runnable> ticks = new ArrayList<>();
    final List<FileRef> opened = new ArrayList<>();
    boolean editable = true;
    @Nullable RuntimeException broken;

    CaseDesk desk(Background background, Texts texts) {
        Navigator navigator = (file, behind) -> opened.add(file);
        return new CaseDesk(this, member -> "Ada Lovelace", background, feed, (period, action) -> {
            ticks.add(action);
            return () -> ticks.remove(action);
        }, navigator, texts, Clock.fixed(NOW, ZoneOffset.UTC), "care", editable, List.of());
    }

    CaseDetails add(String title, State state, String by, String... notes) {
        FileRef ref = new FileRef(COUNTRY, FileKind.CASE, String.valueOf(5000001 + cases.size()));
        List<CaseDetails.Note> said = new ArrayList<>();
        for (String note : notes) {
            said.add(new CaseDetails.Note(note, false, by, NOW.minusSeconds(3700)));
        }
        CaseDetails made = new CaseDetails(new CaseRow(ref, ref.reference(), MEMBER, "cover", Channel.PHONE, title, state, by,
                NOW.minusSeconds(7200), state == State.CLOSED ? NOW.minusSeconds(600) : null), 1, said, editable);
        cases.put(ref, made);
        return made;
    }

    /// What a colleague does meanwhile.
    void change(FileRef file, State state, String by, @Nullable String note) {
        CaseDetails was = cases.get(file);
        if (was == null) {
            throw new IllegalStateException("no case " + file);
        }
        CaseRow row = was.row();
        List<CaseDetails.Note> notes = new ArrayList<>(was.notes());
        if (note != null) {
            notes.add(new CaseDetails.Note(note, state == State.CLOSED, by, NOW));
        }
        cases.put(file, new CaseDetails(new CaseRow(file, row.number(), row.member(), row.topic(), row.channel(), row.title(), state,
                note == null ? by : row.by(), row.opened(), state == State.CLOSED ? NOW : null), was.version() + 1, notes, editable));
    }

    private void call(String what) {
        calls.add(what);
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public List<CaseRow> of(FileRef member, int limit) {
        call("of");
        return cases.values().stream().map(CaseDetails::row)
                .sorted(Comparator.comparing((CaseRow row) -> row.state() == State.CLOSED)
                        .thenComparing(CaseRow::number, Comparator.reverseOrder())).toList();
    }

    @Override
    public Optional<CaseDetails> find(FileRef file) {
        call("find");
        return Optional.ofNullable(cases.get(file));
    }

    @Override
    public Optional<CaseDetails> refresh(FileRef file) {
        call("refresh");
        return Optional.ofNullable(cases.get(file));
    }

    @Override
    public void leave(FileRef file) {
        call("leave");
    }

    @Override
    public Outcome<CaseDetails> open(OpenCase command) {
        call("open " + command.topic() + " " + command.channel() + " " + command.title() + " / " + command.note());
        return command.title().isBlank()
                ? new Outcome.Invalid<>(List.of(new FieldProblem("title", UserMessage.of("care.error.titleMissing"))))
                : new Outcome.Done<>(add(command.title(), State.OPEN, "care", command.note()));
    }

    @Override
    public Outcome<CaseDetails> move(MoveCase command) {
        call("move " + command.state() + " " + command.text());
        if (command.state() == State.CLOSED && command.text().isBlank()) {
            return new Outcome.Invalid<>(List.of(new FieldProblem("text", UserMessage.of("care.error.answerMissing"))));
        }
        return write(command.file(), command.version(), () -> change(command.file(), command.state(), "care",
                command.text().isBlank() ? null : command.text()));
    }

    @Override
    public Outcome<CaseDetails> take(FileRef file, long version) {
        call("take");
        return write(file, version, () -> change(file, State.OPEN, "care", null));
    }

    private Outcome<CaseDetails> write(FileRef file, long version, Runnable change) {
        CaseDetails now = cases.get(file);
        if (now == null) {
            return new Outcome.Denied<>(UserMessage.of("care.error.gone"));
        }
        if (now.version() != version) {
            return new Outcome.Conflict<>(now.version(),
                    List.of(new FieldChange("care.case.state", "OPEN", now.row().state().name(), "operations", NOW.minusSeconds(120))));
        }
        change.run();
        return new Outcome.Done<>(find(file).orElseThrow());
    }
}
