package io.guichet.house.broken.second;

/// A public interface as it should be.
public interface Seconds {
}
