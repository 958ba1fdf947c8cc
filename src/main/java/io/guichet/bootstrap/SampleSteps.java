package io.guichet.bootstrap;

import io.guichet.kernel.UserMessage;

/// Says how far a load is, in the step at hand and in the whole: one step a country, of which each takes about as long as the
/// rest for one country takes together.
final class SampleSteps {

    /// What accounts, checks and index take for each country, as part of what its people took.
    private static final double REST = 0.55;
    private static final int REST_STEPS = 3;

    private final Progress progress;
    private final int countries;
    private UserMessage step = UserMessage.of("");
    private int begun;

    SampleSteps(Progress progress, int countries) {
        this.progress = progress;
        this.countries = countries;
    }

    void begin(UserMessage next) {
        step = next;
        begun++;
        done(0);
    }

    void done(double part) {
        double within = Math.clamp(part, 0, 1);
        double weight = begun <= countries ? 1 : REST * countries / REST_STEPS;
        double before = begun <= countries ? begun - 1 : countries + (begun - 1 - countries) * weight;
        progress.whole((before + within * weight) / (countries * (1 + REST)));
        progress.at(step, within);
    }

    void end() {
        progress.whole(1);
        progress.at(step, 1);
    }
}
