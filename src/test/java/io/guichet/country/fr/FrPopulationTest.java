package io.guichet.country.fr;

import io.guichet.country.SampleContract;

class FrPopulationTest extends SampleContract {

    FrPopulationTest() {
        super(new France(), "fr.personne", "numero");
    }
}
