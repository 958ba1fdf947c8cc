package io.guichet.country.zz;

import io.guichet.country.SampleContract;

class ZedPopulationTest extends SampleContract {

    ZedPopulationTest() {
        super(new Zedland(), "zz.person", "code");
    }
}
