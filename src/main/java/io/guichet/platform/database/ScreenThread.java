package io.guichet.platform.database;

/// The JavaFX thread: whoever waits there freezes the window.
final class ScreenThread {

    // By name: the class that would tell is JavaFX's, and commands do without JavaFX.
    private static final String NAME = "JavaFX Application Thread";

    private ScreenThread() {
    }

    /// @throws IllegalStateException on the JavaFX thread
    static void refuse() {
        if (NAME.equals(Thread.currentThread().getName())) {
            throw new IllegalStateException("the JavaFX thread may not use the database");
        }
    }
}
