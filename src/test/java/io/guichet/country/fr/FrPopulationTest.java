package io.guichet.country.fr;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.SampleContract;
import org.junit.jupiter.api.Test;

class FrPopulationTest extends SampleContract {

    FrPopulationTest() {
        super(new France(), "fr.personne", "numero");
    }

    @Test
    void nobodyRetiredWorksForACompany() {
        String retired = "SELECT a.personne FROM fr.affiliation a JOIN fr.contrat k ON k.numero = a.contrat "
                + "JOIN fr.personne p ON p.numero = a.personne WHERE a.personne = a.assure AND k.genre = '%s' "
                + "AND p.date_naissance <= DATE '2026-10-31' - interval '65 years'";
        assertThat(DATABASE.query(retired.formatted("COLLECTIF"))).isEmpty();
        assertThat(DATABASE.query(retired.formatted("INDIVIDUEL"))).isNotEmpty();
    }

    /// Nobody retires before the end of a long career.
    @Test
    void whoRetiredIsOfAnAgeTo() {
        assertThat(DATABASE.query("SELECT a.personne FROM fr.affiliation a JOIN fr.personne p ON p.numero = a.assure "
                + "WHERE a.motif_fin = 'RETRAITE' AND a.fin < p.date_naissance + interval '60 years'")).isEmpty();
    }
}
