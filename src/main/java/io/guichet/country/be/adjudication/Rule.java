package io.guichet.country.be.adjudication;

/// The rules that make amounts, by whose part they move. The sentence of each is `be.step.<NAME>`.
public enum Rule {
    /// Which of the person's plans decides.
    COVER(Part.NONE),
    /// What the mutuality pays, after the nomenclature.
    MUTUALITY(Part.PUBLIC),
    /// The same, as the line says it.
    MUTUALITY_GIVEN(Part.PUBLIC),
    /// The mutuality pays no more than was charged.
    MUTUALITY_CAPPED(Part.PUBLIC),
    /// What other covers pay.
    OTHERS(Part.PUBLIC),
    /// What is left of the honorarium.
    REMGELD(Part.NONE),
    /// What was charged on top of the honorarium.
    SUPPLEMENT(Part.NONE),
    /// What is neither honorarium nor supplement.
    UNEXPLAINED(Part.NONE),
    /// A supplement that may not be charged in that room.
    FORBIDDEN(Part.NONE),
    /// No plan covers that day.
    NOT_INSURED(Part.NONE),
    /// The plan does not pay such acts.
    NOT_COVERED(Part.NONE),
    /// The plan does not pay them yet.
    WAITING(Part.NONE),
    /// The plan's rate.
    RATE(Part.INSURER),
    /// The rate of preventive acts.
    PREVENTIVE(Part.INSURER),
    /// What a stay leaves of honoraria.
    STAY(Part.INSURER),
    /// Care before or after a stay.
    AROUND(Part.INSURER),
    /// Care too far from the stay.
    TOO_FAR(Part.NONE),
    /// Covered fee supplement.
    FEE_SUPPLEMENT(Part.INSURER),
    /// Fee supplements that the plan does not cover.
    NO_FEE_SUPPLEMENT(Part.NONE),
    /// Covered room supplement.
    ROOM_SUPPLEMENT(Part.INSURER),
    /// Room supplement covered whole.
    ROOM_SUPPLEMENT_WHOLE(Part.INSURER),
    /// Room supplements that the plan does not cover.
    NO_ROOM_SUPPLEMENT(Part.NONE),
    /// A hospital plan that pays less than all of it.
    PART_OF_IT(Part.INSURER),
    /// The deductible of the admission.
    DEDUCTIBLE(Part.INSURER),
    /// No deductible in a partner hospital.
    PARTNER(Part.NONE),
    /// The yearly ceiling.
    CEILING(Part.INSURER),
    /// What stays with the person.
    OWN_SHARE(Part.MEMBER);

    /// Whose part the amount of a step belongs to. The steps of a part add up to it.
    public enum Part {
        PUBLIC, INSURER, MEMBER, NONE
    }

    private final Part part;
    private final String key;

    Rule(Part part) {
        this.part = part;
        this.key = "be.step." + name();
    }

    /// Whose part it moves.
    public Part part() {
        return part;
    }

    String key() {
        return key;
    }
}
