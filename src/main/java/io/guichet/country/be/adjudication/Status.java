package io.guichet.country.be.adjudication;

/// What decides which of the four interventions the mutuality pays.
public enum Status {
    ORDINARY, BIM, ORDINARY_GMD, BIM_GMD;

    /// @param bim has the preferential intervention
    /// @param gmd has a global medical file
    public static Status of(boolean bim, boolean gmd) {
        if (gmd) {
            return bim ? BIM_GMD : ORDINARY_GMD;
        }
        return bim ? BIM : ORDINARY;
    }

    /// Whether they have the preferential intervention.
    public boolean isBim() {
        return this == BIM || this == BIM_GMD;
    }

    /// Whether they have a global medical file.
    public boolean hasFile() {
        return this == ORDINARY_GMD || this == BIM_GMD;
    }
}
