package io.guichet.country.fr.adjudication;

/// Under which agreement somebody charges.
public enum Sector {
    /// A doctor who charges the tariff.
    SECTOR_1,
    /// A doctor who charges more, with moderation.
    OPTAM,
    /// A doctor who charges freely.
    NON_OPTAM,
    /// No doctor, or salaried by a health centre.
    NONE
}
