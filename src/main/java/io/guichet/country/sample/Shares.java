package io.guichet.country.sample;

/// Deals a total out evenly over members, to the last unit.
public final class Shares {

    private final long total;
    private final long members;
    private long served;
    private long dealt;

    public Shares(long total, long members) {
        this.total = total;
        this.members = members;
    }

    /// What the next `people` members get together.
    public int next(int people) {
        served += people;
        long due = (long) ((double) total / members * served);
        if (served == members) {
            due = total;
        }
        int share = (int) (due - dealt);
        dealt = due;
        return share;
    }
}
