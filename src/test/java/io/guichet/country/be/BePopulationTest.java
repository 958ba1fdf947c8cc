package io.guichet.country.be;

import io.guichet.country.SampleContract;

class BePopulationTest extends SampleContract {

    BePopulationTest() {
        super(new Belgium(), "be.verzekerde", "nummer");
    }
}
