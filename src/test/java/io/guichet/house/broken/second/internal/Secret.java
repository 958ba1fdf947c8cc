package io.guichet.house.broken.second.internal;

/// Internal, as it should be.
public final class Secret {
}
