package io.guichet.country.fr.adjudication;

/// How a guarantee says what it pays.
public enum Mode {
    /// A share of BRSS, what the public insurance pays included.
    BRSS_INCLUDED("BRSS_AMO_COMPRISE"),
    /// A share of BRSS on top of what the public insurance pays.
    BRSS_ADDED("BRSS_EN_PLUS"),
    /// Euros an act, or a pair of glasses, the public part included.
    FLAT_PER_ACT("EUROS_ACTE"),
    /// Euros a day, the public part included.
    FLAT_PER_DAY("EUROS_JOUR"),
    /// Euros a calendar year, the public part included.
    FLAT_PER_YEAR("EUROS_AN"),
    /// What was charged.
    ACTUAL_COST("FRAIS_REELS"),
    /// A share of the monthly ceiling of the social security, the public part included.
    PMSS("PMSS"),
    /// Nothing. No row of the tables says so.
    NONE("RIEN");

    private final String stored;

    Mode(String stored) {
        this.stored = stored;
    }

    /// As the table `garantie` has it.
    public String stored() {
        return stored;
    }

    /// The mode that the table `garantie` calls so.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Mode ofStored(String stored) {
        for (Mode mode : values()) {
            if (mode.stored.equals(stored)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no guarantee pays " + stored);
    }

    /// Says a share: of BRSS or of PMSS.
    public boolean isShare() {
        return this == BRSS_INCLUDED || this == BRSS_ADDED || this == PMSS;
    }

    /// Says euros.
    public boolean isFlat() {
        return this == FLAT_PER_ACT || this == FLAT_PER_DAY || this == FLAT_PER_YEAR;
    }
}
