package io.guichet.directory;

import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import java.util.List;
import java.util.Optional;

/// Which files are about the same person, and the people who have an account without being insured. Nothing is merged:
/// a link says that two files are about one person, and can be taken back. Every call waits for the database: never on
/// the JavaFX thread.
public interface Identities {

    /// The other files about the same person, in the countries of the signed-in role.
    List<SearchRow> linked(FileRef member);

    /// Files that may be about the same person: the same name and birth date, or the same e-mail address or phone together
    /// with one of the two, in any country of the signed-in role; without those linked already or said to be somebody
    /// else.
    List<SearchRow> possible(FileRef member);

    /// Says that both files are about one person.
    Outcome<List<SearchRow>> link(FileRef member, FileRef other);

    /// Takes a link back.
    Outcome<List<SearchRow>> unlink(FileRef member, FileRef other);

    /// Says that the files are about two people: a link between them is taken back, and they are not offered again.
    Outcome<List<SearchRow>> keepApart(FileRef member, FileRef other);

    /// An account, or empty when there is none for this person.
    Optional<AccountDetails> account(FileRef account);
}
