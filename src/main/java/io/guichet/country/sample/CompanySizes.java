package io.guichet.country.sample;

/// How many people work for an employer: most employers are tiny, most people work for larger ones.
public final class CompanySizes {

    private final Draw draw;
    private final int most;

    /// @param members size of the population: no employer holds more than a twentieth of it
    public CompanySizes(Draw draw, long members) {
        this.draw = draw;
        this.most = Math.clamp(members / 20, 3, 2500);
    }

    /// The size of the next employer.
    public int next() {
        int place = draw.between(1, 1000);
        int size = place <= 600 ? draw.between(1, 5)
                : place <= 850 ? draw.between(6, 19)
                : place <= 960 ? draw.between(20, 99)
                : place <= 994 ? draw.between(100, 499)
                : draw.between(500, 2500);
        return Math.min(size, most);
    }
}
