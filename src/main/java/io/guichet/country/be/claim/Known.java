package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Plan;
import io.guichet.country.be.claim.Dossier.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// What statements are judged by beside themselves, read once for some of them.
///
/// @param people  of the statements, and of whoever else is looked at
/// @param tariffs of their acts
/// @param terms   of the formulas of these people, by code
record Known(People people, Tariffs tariffs, Map<String, FormulaTerms> terms) {

    static Known of(Connection connection, List<Dossier> dossiers) throws SQLException {
        People people = People.of(connection, dossiers.stream().map(Dossier::member).distinct().toList());
        return new Known(people, Tariffs.of(connection, dossiers.stream().flatMap(each -> each.lines().stream()).map(Line::code).distinct().toList()),
                FormulaTerms.of(connection, people.formulas()));
    }

    /// The lines of a statement with their figures and the policies that decide about them.
    ///
    /// @throws IllegalStateException when nobody ever insured the person
    List<Covered> covered(Dossier dossier) {
        return dossier.reckon(tariffs, people.status(dossier.member())).stream().map(line -> Covered.of(dossier, line, people)).toList();
    }

    /// What a policy pays, day by day; nothing outside it, and nothing of another branch.
    Plan.Terms terms(Covered line) {
        FormulaTerms formula = terms.get(line.coverage().formula());
        return day -> formula != null && line.isPaid(day) ? formula.on(day) : null;
    }
}
