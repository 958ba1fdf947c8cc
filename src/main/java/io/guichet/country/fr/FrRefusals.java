package io.guichet.country.fr;

import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.sql.SQLException;

/// What the database refused, in the words of the checks: of two people who write at once, the second is refused by a
/// constraint and not by a check.
final class FrRefusals {

    private FrRefusals() {
    }

    /// The problem behind a constraint.
    ///
    /// @throws SQLException `refused` itself, when no input of a person can break that constraint
    static FieldProblem problem(String constraint, SQLException refused) throws SQLException {
        return switch (constraint) {
            case "affiliation_sans_chevauchement" -> problem(Change.SUBJECT, "fr.error.coveredMeanwhile");
            case "affiliation_periode", "choix_option_periode", "formule_periode", "contrat_periode" ->
                    problem(Change.EFFECTIVE, "fr.error.endsBeforeItBegins");
            case "affiliation_portabilite" -> problem(Change.EFFECTIVE, "fr.error.portability");
            case "choix_option_sans_chevauchement", "formule_sans_chevauchement" ->
                    problem(Change.EFFECTIVE, "fr.error.changedMeanwhile");
            case "personne_nir" -> problem("fr.member.nir", "fr.error.nirMeanwhile");
            case "personne_date_naissance" -> problem("fr.member.birthDate", "fr.error.birthDateAhead");
            case "coordonnees_code_postal" -> problem("fr.member.postcode", "fr.error.postcode");
            case "formule_part_employeur" -> problem("fr.amendment.structure.share", "fr.error.share");
            default -> throw refused;
        };
    }

    private static FieldProblem problem(String field, String text) {
        return new FieldProblem(field, UserMessage.of(text));
    }
}
