package io.guichet.country.paper;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Optional;

/// What every paper of one country carries, whatever it says.
public interface CountryPapers {

    /// The insurer as its letterhead names it.
    UserMessage insurer();

    /// Its address, and under which law it insures: a line each.
    List<UserMessage> insurerLines();

    /// The member's postal address as the post of the country wants it, the name in the first line. Only the name when no
    /// address is known.
    ///
    /// @param name   what people call the member
    /// @param member the values of the member's file
    List<String> addressee(String name, FieldValues member);

    /// How members are told what became of a claim, or empty while the country tells them otherwise.
    default Optional<StatementForm> statements() {
        return Optional.empty();
    }
}
