package io.guichet.bootstrap;

import io.guichet.access.Access;
import io.guichet.access.internal.PgAccess;
import io.guichet.audit.internal.PgTrail;
import io.guichet.country.Countries;
import io.guichet.country.field.FieldInput;
import io.guichet.directory.Directory;
import io.guichet.directory.internal.PgDirectory;
import io.guichet.platform.database.Database;
import java.time.Clock;

/// The components, put together for one database and the role that is signed in there.
///
/// @param access    who is signed in and what they may do
/// @param directory who is who
/// @param input     what people type into fields
public record Components(Access access, Directory directory, FieldInput input) {

    /// Puts them together.
    ///
    /// @param clock tells what day it is
    public static Components over(Database database, Countries countries, Clock clock) {
        Access access = new PgAccess(database);
        FieldInput input = new FieldInput(countries.identifiers(), clock);
        return new Components(access,
                new PgDirectory(database, access, new PgTrail(), countries, input, clock), input);
    }
}
