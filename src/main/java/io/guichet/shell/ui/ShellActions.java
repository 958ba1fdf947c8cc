package io.guichet.shell.ui;

/// What the frame asks of the window around it.
public interface ShellActions {

    /// Opens the search palette.
    void search();

    /// Shows the keys of the current screen.
    void shortcuts();

    /// Back to the sign-in, after asking when something is not saved.
    void signOut();
}
