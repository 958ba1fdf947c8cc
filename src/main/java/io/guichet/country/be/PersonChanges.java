package io.guichet.country.be;

import io.guichet.country.MemberFile;
import io.guichet.country.MemberRecords;
import io.guichet.country.be.Change.Membership;
import io.guichet.country.field.FieldValues;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes of where somebody lives and of the account they are paid to: the fields of the member file, saved as there.
final class PersonChanges {

    private final MemberRecords members;
    private final Clock clock;

    PersonChanges(MemberRecords members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /// Takes over the fields of the member file that were filled in.
    ///
    /// @param family the tick that makes it hold for the family too
    void run(Change change, String family) throws SQLException {
        Optional<Membership> found = change.subject(change.effective());
        if (found.isEmpty()) {
            change.problem(Change.SUBJECT, "be.error.notCovered");
            return;
        }
        // there is one address and one account: what comes into force later cannot be kept beside it
        if (change.effective().isAfter(LocalDate.now(clock))) {
            change.problem(Change.EFFECTIVE, "be.error.notAhead");
        }
        Map<String, String> values = change.order().values().asMap();
        List<String> fields = members.groups().stream().flatMap(group -> group.fields().stream())
                .map(field -> field.key()).filter(values::containsKey).toList();
        if (fields.isEmpty()) {
            change.problem(change.order().kind().equals("bank") ? "be.member.iban" : "be.member.street", "country.error.required");
        }
        if (!change.isFaultless()) {
            return;
        }
        Membership membership = found.get();
        List<String> people = change.ticked(family)
                ? Stream.concat(Stream.of(membership.member()), change.family(membership.head(), change.effective()).stream()
                        .map(Membership::member)).distinct().sorted().toList()
                : List.of(membership.member());
        for (String person : people) {
            save(change, person, fields);
        }
    }

    private void save(Change change, String person, List<String> fields) {
        MemberFile file = members.find(change.work(), person).orElseThrow();
        FieldValues wanted = file.values();
        for (String field : fields) {
            wanted = wanted.with(field, change.value(field).orElse(null));
        }
        change.problems(members.check(wanted).stream().filter(problem -> fields.contains(problem.field())).toList());
        if (!change.isFaultless()) {
            return;
        }
        if (members.save(change.work(), person, file.version(), wanted).isEmpty()) {
            change.problem(Change.SUBJECT, "be.error.changedMeanwhile");
        }
        change.touches(person);
    }
}
