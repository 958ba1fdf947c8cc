package io.guichet.country.be.adjudication;

/// The room of a stay, by the names that input has. Supplements may be charged in a single room only.
public enum Room {
    SINGLE("EENPERSOONS"),
    DOUBLE("TWEEPERSOONS"),
    COMMON("GEMEENSCHAPPELIJK");

    private final String kamer;

    Room(String kamer) {
        this.kamer = kamer;
    }

    /// The name that stays have it under.
    public String kamer() {
        return kamer;
    }

    /// The room of a stay.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public static Room of(String kamer) {
        for (Room room : values()) {
            if (room.kamer.equals(kamer)) {
                return room;
            }
        }
        throw new IllegalArgumentException("no room " + kamer);
    }
}
