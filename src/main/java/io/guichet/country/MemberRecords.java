package io.guichet.country;

import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.platform.database.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds and saves the members of one country, in that country's own tables.
public interface MemberRecords {

    /// The description of a member file.
    List<FieldGroup> groups();

    /// The member, or empty when there is none that the signed-in role may see.
    Optional<MemberFile> find(UnitOfWork work, String reference);

    /// What is wrong across fields (a national id that contradicts the birth date); each field alone was checked before.
    List<FieldProblem> check(FieldValues values);

    /// Writes the fields of `values` that differ from what is stored, if the file still has `version`.
    ///
    /// @return the new version, or empty when somebody else was faster and nothing was written
    OptionalLong save(UnitOfWork work, String reference, long version, FieldValues values);
}
