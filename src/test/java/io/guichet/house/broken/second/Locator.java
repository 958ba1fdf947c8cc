package io.guichet.house.broken.second;

import java.util.ServiceLoader;

/// Breaks: looks up what should be given to it.
public final class Locator {
    ServiceLoader<Seconds> seconds() {
        return ServiceLoader.load(Seconds.class);
    }
}
