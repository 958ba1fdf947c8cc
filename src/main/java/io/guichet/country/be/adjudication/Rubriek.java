package io.guichet.country.be.adjudication;

/// Kind of act: decides which branch pays it and how long one waits for it.
public enum Rubriek {
    HUISARTS(Branch.AMBULATORY),
    SPECIALIST(Branch.AMBULATORY),
    KINE(Branch.AMBULATORY),
    TANDPREVENTIE(Branch.DENTAL),
    TANDZORG(Branch.DENTAL),
    TANDPROTHESE(Branch.DENTAL),
    ORTHODONTIE(Branch.DENTAL),
    HOSPITALISATIE(Branch.HOSPITAL),
    BEVALLING(Branch.HOSPITAL);

    private final Branch branch;

    Rubriek(Branch branch) {
        this.branch = branch;
    }

    /// The branch that pays such acts.
    public Branch branch() {
        return branch;
    }

    /// Whether a plan of that branch may pay such an act. What doctors do in a stay, or around it, is paid by the hospital plan
    /// whatever it is; dental care never is.
    public boolean isPaidBy(Branch plan) {
        return branch == plan || plan == Branch.HOSPITAL && branch == Branch.AMBULATORY;
    }
}
