package io.guichet.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says. After a crash it may speak of a process that is gone, or of a stranger that was given the
/// same number since.
///
/// @param pid  process number of the server
/// @param port where it listens
record Postmaster(long pid, int port) {

    /// Reads the file; empty when there is none, or when it is not complete yet.
    static Optional<Postmaster> read(Path file) throws IOException {
        try {
            // Any bytes: what a failed disk left there is no reason to give up.
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /// Whether the process lives and runs a program of `binaries`. A process whose program may not be seen belongs to
    /// somebody else, so it is not ours.
    boolean runs(Path binaries) {
        return ProcessHandle.of(pid).filter(process -> runs(process, binaries)).isPresent();
    }

    /// Whether `process` lives and runs a program of `binaries`.
    static boolean runs(ProcessHandle process, Path binaries) {
        return process.isAlive()
                && process.info().command().filter(command -> Path.of(command).startsWith(binaries)).isPresent();
    }
}
