package io.guichet.country.es;

import io.guichet.country.SampleContract;

class EsPopulationTest extends SampleContract {

    EsPopulationTest() {
        super(new Spain(), "es.asegurado", "id");
    }
}
