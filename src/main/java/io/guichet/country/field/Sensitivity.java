package io.guichet.country.field;

/// How carefully a field is shown.
public enum Sensitivity {
    /// Shown to everybody who may open the file.
    PLAIN,
    /// Masked until revealed; revealing is recorded: national identifiers, bank accounts.
    IDENTIFYING,
    /// GDPR article 9: readable only while the file is open, which is recorded.
    HEALTH
}
