package io.guichet.directory;

import io.guichet.kernel.FileRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody who uses services and is insured nowhere with us.
///
/// @param ref      its file, of kind `ACCOUNT`
/// @param name     what people call them
/// @param birth    birth date, null when never told
/// @param email    e-mail address
/// @param phone    E.164, null when never told
/// @param language ISO 639-1
/// @param since    when the account was made
/// @param services codes of services used, the last first
public record AccountDetails(FileRef ref, String name, @Nullable LocalDate birth, String email, @Nullable String phone,
                             String language, LocalDate since, List<Used> services) {

    /// A service used.
    ///
    /// @param service code: `directory.account.service.<code>`
    /// @param day     when last
    /// @param times   how often
    public record Used(String service, LocalDate day, int times) {
        public Used {
            Objects.requireNonNull(service);
            Objects.requireNonNull(day);
        }
    }

    public AccountDetails {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(name);
        Objects.requireNonNull(email);
        Objects.requireNonNull(language);
        Objects.requireNonNull(since);
        services = List.copyOf(services);
    }
}
