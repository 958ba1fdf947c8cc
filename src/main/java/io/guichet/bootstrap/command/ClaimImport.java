package io.guichet.bootstrap.command;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.FileClaim;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.Intake;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes a file of claims in, some hundred at a time in a transaction of their own: each is received and decided, or waits. A
/// bad row is told and the good ones are kept; what is there already is counted and left alone.
///
/// One thread reads the file and finds the members while another has the claims before written; few chunks wait between them,
/// so that the memory used does not depend on the file's size.
final class ClaimImport {

    private static final int TOGETHER = 1000;
    private static final int WAITING = 2;
    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final Intake intake;
    private final CountryCode country;
    private final ClaimFileReader reader;
    private final Told told;
    private long accepted;
    private long duplicates;
    private long lines;

    /// Takes what is said meanwhile, on the thread that called `read`.
    interface Told {

        /// A row that was not taken.
        ///
        /// @param line of the file, from 1; 0 for the file as a whole
        void rejected(int line, UserMessage reason);

        /// How far it is.
        ///
        /// @param done  what of the file was read and written, 0 to 1
        /// @param lines lines of claims that were looked at
        default void at(double done, long lines) {
        }
    }

    /// What was read together.
    ///
    /// @param rejected rows that are no claims, or nobody's
    /// @param read     bytes of the file until its end
    /// @param last     whether the file ends behind it
    /// @param broken   why it could not be read further
    private record Chunk(List<Rejected> rejected, List<FileClaim> claims, List<ClaimIntake> intakes, long read, boolean last,
                         @Nullable Throwable broken) {
    }

    private record Rejected(int line, UserMessage reason) {
    }

    ClaimImport(Database database, Intake intake, CountryCode country, ClaimFileReader reader, Told told) {
        this.database = database;
        this.intake = intake;
        this.country = country;
        this.reader = reader;
        this.told = told;
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
        long size = Math.max(1, Files.size(file));
        BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(WAITING);
        Reading reading = new Reading(file, origin, waiting);
        Thread thread = Thread.ofPlatform().name("guichet-import").daemon().start(reading);
        try {
            boolean ended = false;
            while (!ended) {
                Chunk chunk = waiting.take();
                chunk.rejected().forEach(each -> told.rejected(each.line(), each.reason()));
                take(chunk);
                told.at((double) chunk.read() / size, lines);
                ended = chunk.last();
                broken(chunk.broken());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            thread.interrupt();
        }
    }

    private static void broken(@Nullable Throwable broken) throws IOException {
        switch (broken) {
            case null -> {
            }
            case IOException unreadable -> throw unreadable;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            default -> throw new IllegalStateException(broken);
        }
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

    private void take(Chunk chunk) {
        List<Outcome<Intake.Arrived>> outcomes = chunk.intakes().isEmpty() ? List.of() : intake.receiveAll(country, chunk.intakes());
        for (int i = 0; i < outcomes.size(); i++) {
            FileClaim claim = chunk.claims().get(i);
            lines += claim.lines().size();
            switch (outcomes.get(i)) {
                case Outcome.Done<Intake.Arrived>(Intake.Arrived arrived) -> {
                    if (arrived.known()) {
                        duplicates++;
                    } else {
                        accepted++;
                    }
                }
                case Outcome.Invalid<Intake.Arrived>(List<FieldProblem> problems) ->
                        problems.stream().limit(1).forEach(problem -> told.rejected(claim.line(), problem.message()));
                case Outcome.Denied<Intake.Arrived>(UserMessage reason) -> throw new CommandRefused(reason);
                case Outcome.Conflict<Intake.Arrived> conflict ->
                        told.rejected(claim.line(), UserMessage.of("bootstrap.command.import.busy"));
            }
        }
    }

    /// Reads the file into chunks until it ends or nobody takes them any more.
    private final class Reading implements Runnable, ClaimFileReader.Rows {

        private final Path file;
        private final String origin;
        private final BlockingQueue<Chunk> chunks;
        private final List<FileClaim> claims = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private long bytes;

        Reading(Path file, String origin, BlockingQueue<Chunk> chunks) {
            this.file = file;
            this.origin = origin;
            this.chunks = chunks;
        }

        /// Nobody takes chunks any more.
        private static final class Unwanted extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Unwanted() {
                super("the import ended", null, false, false);
            }
        }

        @Override
        public void run() {
            Throwable broken = null;
            try (InputStream stream = new BufferedInputStream(new Counted(Files.newInputStream(file)), BUFFER)) {
                reader.read(stream, origin, this);
            } catch (Unwanted ended) {
                return;
            } catch (IOException | RuntimeException | Error unreadable) {
                broken = unreadable;
            }
            try {
                flush(true, broken);
            } catch (Unwanted ended) {
                return;
            } catch (RuntimeException | Error failed) {
                claims.clear();
                rejected.clear();
                hand(new Chunk(List.of(), List.of(), List.of(), bytes, true, failed));
            }
        }

        private final class Counted extends FilterInputStream {

            Counted(InputStream file) {
                super(file);
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                bytes += Math.max(0, read);
                return read;
            }
        }

        @Override
        public void claim(FileClaim claim) {
            claims.add(claim);
            full();
        }

        @Override
        public void problem(int line, UserMessage reason) {
            rejected.add(new Rejected(line, reason));
            full();
        }

        private void full() {
            if (claims.size() + rejected.size() >= TOGETHER) {
                flush(false, null);
            }
        }

        private void flush(boolean last, @Nullable Throwable broken) {
            Set<String> people = claims.stream().map(FileClaim::person).collect(Collectors.toSet());
            Map<String, String> members = people.isEmpty() ? Map.of() : new HashMap<>(database.read(work -> reader.members(work, people)));
            List<FileClaim> known = new ArrayList<>();
            List<ClaimIntake> intakes = new ArrayList<>();
            for (FileClaim claim : claims) {
                @Nullable String member = members.get(claim.person());
                if (member == null) {
                    rejected.add(new Rejected(claim.line(), UserMessage.of("bootstrap.command.import.noMember")));
                } else {
                    known.add(claim);
                    intakes.add(claim.of(member));
                }
            }
            hand(new Chunk(List.copyOf(rejected), known, intakes, bytes, last, broken));
            claims.clear();
            rejected.clear();
        }

        private void hand(Chunk chunk) {
            try {
                chunks.put(chunk);
            } catch (InterruptedException unwanted) {
                throw new Unwanted();
            }
        }
    }
}
