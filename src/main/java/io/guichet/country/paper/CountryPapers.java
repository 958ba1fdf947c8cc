package io.guichet.country.paper;

import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import java.util.List;

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
}
