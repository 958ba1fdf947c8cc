package io.guichet.country.be.claim;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers the rows of a claim.
final class Gathering {

    private final ClaimFileReader.Rows rows;
    private final List<Row> gathered = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    Gathering(ClaimFileReader.Rows rows) {
        this.rows = rows;
    }

    /// A row that was read.
    ///
    /// @param good nothing is wrong with it
    record Row(int line, String person, Map<String, String> claim, Map<String, String> values, boolean good) {

        boolean continues(Row other) {
            String invoice = claim.get(ClaimFields.INVOICE);
            return invoice != null && person.equals(other.person) && claim.equals(other.claim);
        }
    }

    void add(Row row) {
        if (!gathered.isEmpty() && !row.continues(gathered.getLast())) {
            hand();
        }
        gathered.add(row);
    }

    /// Hands the claim over, unless one of its rows is wrong: half an invoice is not decided.
    void hand() {
        if (gathered.isEmpty()) {
            return;
        }
        if (!gathered.stream().allMatch(Row::good)) {
            leaveOut("be.file.partOfWrong");
            return;
        }
        Row first = gathered.getFirst();
        String origin = Fingerprint.of(first.person(), first.claim(), gathered.stream().map(Row::values).toList());
        int time = seen.merge(origin, 1, Integer::sum);
        rows.claim(new FileClaim(first.line(), first.person(), FieldValues.of(first.claim()),
                gathered.stream().map(row -> FieldValues.of(row.values())).toList(), time == 1 ? origin : origin + ":" + time));
        gathered.clear();
    }

    /// What follows cannot be read: an invoice may go on there, a row without invoice does not.
    void cut() {
        if (!gathered.isEmpty() && gathered.getLast().claim().containsKey(ClaimFields.INVOICE)) {
            leaveOut("be.file.mayGoOn");
        } else {
            hand();
        }
    }

    /// Tells the rows that are good, for that reason; the others are told.
    private void leaveOut(String reason) {
        gathered.stream().filter(Row::good).forEach(row -> rows.problem(row.line(), UserMessage.of(reason)));
        gathered.clear();
    }
}
