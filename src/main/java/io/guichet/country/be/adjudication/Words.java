package io.guichet.country.be.adjudication;

import io.guichet.kernel.UserMessage;
import java.util.Arrays;

/// Words that sentences of steps share, made once.
final class Words {

    /// Fee supplements are forbidden outside a single room.
    static final String FEE_LAW = "Wet op de ziekenhuizen (10.07.2008), art. 152";
    /// Room supplements are forbidden outside a single room.
    static final String ROOM_LAW = "Wet op de ziekenhuizen (10.07.2008), art. 97";

    private static final UserMessage[] STATUS = Arrays.stream(Status.values())
            .map(status -> UserMessage.of("be.given.status." + status.name())).toArray(UserMessage[]::new);
    private static final UserMessage[] ROOM = Arrays.stream(Room.values())
            .map(room -> UserMessage.of("be.claim.room." + room.kamer())).toArray(UserMessage[]::new);

    private Words() {
    }

    static UserMessage words(Status status) {
        return STATUS[status.ordinal()];
    }

    static UserMessage words(Room room) {
        return ROOM[room.ordinal()];
    }
}
