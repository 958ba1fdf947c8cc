package io.guichet.country.contract;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileRef;
import java.util.List;
import java.util.Set;

/// What came of a change.
///
/// @param problems what is wrong, at its field (`effective` and `subject` for those two); empty when it was carried out
/// @param members  the members it changed, a newcomer among them; empty for a change of the whole contract
public record AmendmentResult(List<FieldProblem> problems, Set<FileRef> members) {

    public AmendmentResult {
        problems = List.copyOf(problems);
        members = Set.copyOf(members);
    }

    /// Carried out, for these members.
    public static AmendmentResult done(Set<FileRef> members) {
        return new AmendmentResult(List.of(), members);
    }

    /// Refused; nothing was written.
    public static AmendmentResult refused(List<FieldProblem> problems) {
        return new AmendmentResult(problems, Set.of());
    }

    public boolean isDone() {
        return problems.isEmpty();
    }
}
