package io.guichet.bootstrap.tour;

/// One or more screens of a tour. It is visited once in each language, on a thread that may wait.
@FunctionalInterface
public interface TourStop {

    /// Brings the screens up and takes their pictures.
    void visit(TourGuide guide);
}
