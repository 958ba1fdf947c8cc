package io.guichet.bootstrap;

import io.guichet.kernel.UserMessage;
import java.util.List;

/// Says how far a load is, in the step at hand and in the whole: one step a country, then those that finish all of them.
final class SampleSteps {

    /// What accounts, checks and index take for each country, as part of what its people took.
    private static final List<Double> REST = List.of(0.08, 0.27, 0.3);

    private final Progress progress;
    private final int countries;
    private final double all;
    private UserMessage step = UserMessage.of("");
    private double before;
    private double weight;
    private int begun;

    SampleSteps(Progress progress, int countries) {
        this.progress = progress;
        this.countries = countries;
        this.all = countries * (1 + REST.stream().mapToDouble(Double::doubleValue).sum());
    }

    void begin(UserMessage next) {
        step = next;
        before += weight;
        weight = begun < countries ? 1 : REST.get(begun - countries) * countries;
        begun++;
        done(0);
    }

    void done(double part) {
        double within = Math.clamp(part, 0, 1);
        progress.whole((before + within * weight) / all);
        progress.at(step, within);
    }

    void end() {
        progress.whole(1);
        progress.at(step, 1);
    }
}
