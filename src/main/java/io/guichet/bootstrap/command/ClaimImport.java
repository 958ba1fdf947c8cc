package io.guichet.bootstrap.command;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Intake;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Takes a file of claims in, claim by claim: each is received and decided, or waits, in a transaction of its own. A bad row is
/// told and the good ones are kept; what is there already is counted and left alone.
final class ClaimImport implements ClaimFileReader.Rows {

    private static final int TOGETHER = 200;
    private static final int CHUNK = 1 << 16;

    private final Database database;
    private final Intake intake;
    private final CountryCode country;
    private final ClaimFileReader reader;
    private final BiConsumer<Integer, UserMessage> rejected;
    private final List<FileClaim> waiting = new ArrayList<>();
    private long accepted;
    private long duplicates;

    /// @param rejected takes each row that was not taken: its line, 0 for the file as a whole, and why
    ClaimImport(Database database, Intake intake, CountryCode country, ClaimFileReader reader,
                BiConsumer<Integer, UserMessage> rejected) {
        this.database = database;
        this.intake = intake;
        this.country = country;
        this.reader = reader;
        this.rejected = rejected;
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    /// Reads the file twice: once for its hash, by which its claims are known again.
    ///
    /// @throws IOException when it cannot be read; what was taken until then is there
    void read(Path file) throws IOException {
        String origin = "file:" + hash(file);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            reader.read(stream, origin, this);
        }
        flush();
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void claim(FileClaim claim) {
        waiting.add(claim);
        if (waiting.size() == TOGETHER) {
            flush();
        }
    }

    @Override
    public void problem(int line, UserMessage reason) {
        rejected.accept(line, reason);
    }

    private void flush() {
        Set<String> people = waiting.stream().map(FileClaim::person).collect(Collectors.toSet());
        Map<String, String> members = people.isEmpty() ? Map.of() : database.read(work -> reader.members(work, people));
        for (FileClaim claim : waiting) {
            String member = members.get(claim.person());
            if (member == null) {
                rejected.accept(claim.line(), UserMessage.of("bootstrap.command.import.noMember"));
            } else {
                take(claim, member);
            }
        }
        waiting.clear();
    }

    private void take(FileClaim claim, String member) {
        switch (intake.receive(country, claim.of(member))) {
            case Outcome.Done<Intake.Taken>(Intake.Taken taken) -> {
                if (taken.known()) {
                    duplicates++;
                } else {
                    accepted++;
                }
            }
            case Outcome.Invalid<Intake.Taken>(List<FieldProblem> problems) ->
                    problems.stream().limit(1).forEach(problem -> rejected.accept(claim.line(), problem.message()));
            case Outcome.Denied<Intake.Taken>(UserMessage reason) -> throw new CommandRefused(reason);
            case Outcome.Conflict<Intake.Taken> conflict ->
                    rejected.accept(claim.line(), UserMessage.of("bootstrap.command.import.busy"));
        }
    }
}
