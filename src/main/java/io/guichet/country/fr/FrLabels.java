package io.guichet.country.fr;

import io.guichet.country.fr.sql.Rows;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What codes of the tables are called.
final class FrLabels {

    /// Acts that have a name here.
    static final List<String> ACTS = List.of("G", "CS", "MCS", "CCX", "CCV", "CD", "DEVIT", "EXTR", "EXTR_LAIT", "COUR", "OPT_FRAME_A",
            "OPT_FRAME_B", "OPT_LENS_A", "OPT_LENS_B", "HEARING_I_ADULT", "HEARING_I_CHILD", "PHARMACIE", "ANALYSES", "KINE",
            "IMAGERIE", "SEJOUR", "FJH", "CHAMBRE", "OSTEO", "VACCIN");

    private FrLabels() {
    }

    /// What a person is on a contract.
    static UserMessage role(String qualite) {
        return of("fr.cover.role", qualite);
    }

    static UserMessage family(String famille) {
        return of("fr.guarantee.family", famille);
    }

    static UserMessage guarantee(String code) {
        return of("fr.guarantee.code", code);
    }

    static UserMessage structure(String structure) {
        return of("fr.contract.structure", structure);
    }

    /// An act; a kind of care that has no name of its own here is called by its code.
    static UserMessage act(String code) {
        return of("fr.claim.act", code);
    }

    /// The text of `option` below `key`.
    static UserMessage of(String key, String option) {
        return UserMessage.of(key + "." + option);
    }

    /// How much a row of `garantie` pays.
    static UserMessage level(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        UserMessage level = switch (mode) {
            case "FRAIS_REELS" -> UserMessage.of("fr.guarantee.actualCost");
            case "EUROS_ACTE" -> UserMessage.of("fr.guarantee.anAct", Money.euros(row.getLong("montant")));
            case "EUROS_JOUR" -> UserMessage.of("fr.guarantee.aDay", Money.euros(row.getLong("montant")));
            case "EUROS_AN" -> UserMessage.of("fr.guarantee.aYear", Money.euros(row.getLong("montant")));
            case "PMSS" -> UserMessage.of("fr.guarantee.ofCeiling", row.getInt("taux"));
            case "BRSS_EN_PLUS" -> UserMessage.of("fr.guarantee.inAddition", row.getInt("taux"));
            default -> brss(row);
        };
        Long flat = Rows.number(row, "forfait");
        Long yearly = Rows.number(row, "plafond_annuel");
        Long times = Rows.number(row, "plafond_nombre");
        level = flat == null ? level : UserMessage.of("fr.guarantee.andFlat", level, Money.euros(flat));
        level = yearly == null ? level : UserMessage.of("fr.guarantee.atMostYearly", level, Money.euros(yearly));
        return times == null ? level : UserMessage.of(mode.equals("EUROS_JOUR") ? "fr.guarantee.atMostDays"
                : "fr.guarantee.atMostTimes", level, times);
    }

    private static UserMessage brss(ResultSet row) throws SQLException {
        @Nullable Long others = Rows.number(row, "taux_non_optam");
        int rate = row.getInt("taux");
        return others == null || others == rate ? UserMessage.of("fr.guarantee.brss", rate)
                : UserMessage.of("fr.guarantee.brssOptam", rate, others);
    }

    /// Hundredths of a percent in percent: 13.27. A text writes it as its language does.
    static BigDecimal percent(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    }
}
