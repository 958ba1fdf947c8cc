package io.guichet.country.claim;

import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;

/// Reads claims from a file as a country's public insurance, providers or staff send them. A bad row is told with its line,
/// and the good ones are kept.
public interface ClaimFileReader {

    /// Code of the format; its name for people is the text `<country>.claimFile.<code>`.
    String format();

    /// Reads a file from its beginning to its end, holding one claim at a time.
    ///
    /// @param origin of the file, `file:<hash>`: the claims' origins begin with it unless the file numbers them itself
    /// @throws IOException when the stream breaks; what was handed over until then is good
    void read(InputStream file, String origin, Rows rows) throws IOException;

    /// Which members these people are, by what the file calls them; who is not known here is missing. Asked for some hundred
    /// people at a time.
    Map<String, String> members(UnitOfWork work, Collection<String> people);

    /// Takes what a file holds, in its order.
    interface Rows {

        /// A claim that can be received, once its member is known.
        void claim(FileClaim claim);

        /// Something that is no claim.
        ///
        /// @param line   of the file, from 1; 0 for the file as a whole
        /// @param reason what is wrong and what to do, without health data
        void problem(int line, UserMessage reason);
    }
}
