package io.guichet.country.be.adjudication;

/// What a plan insures, by the names that input has.
public enum Branch {
    AMBULATORY("AMBULANT"),
    DENTAL("TANDZORG"),
    HOSPITAL("HOSPITALISATIE");

    private final String tak;

    Branch(String tak) {
        this.tak = tak;
    }

    /// The name that formulas and policies have it under.
    public String tak() {
        return tak;
    }

    /// The branch of a formula.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public static Branch of(String tak) {
        for (Branch branch : values()) {
            if (branch.tak.equals(tak)) {
                return branch;
            }
        }
        throw new IllegalArgumentException("no branch " + tak);
    }
}
