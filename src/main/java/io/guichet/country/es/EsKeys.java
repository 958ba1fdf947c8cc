package io.guichet.country.es;

import io.guichet.country.sample.Draw;
import java.util.UUID;

/// Keys for samples: in the order they are given out, as UUIDs of version 7 are, so that a bulk load writes each index
/// page once.
final class EsKeys {

    /// 2026-10-31, in milliseconds: key times are in no sample the time they were made.
    private static final long START = 1_793_404_800_000L;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int PLACE_BITS = 12;

    private final Draw draw;
    private long next;

    /// @param already how many rows there are: keys go on behind them
    EsKeys(Draw draw, long already) {
        this.draw = draw;
        this.next = already;
    }

    UUID next() {
        long millisecond = START + (next >> PLACE_BITS);
        long place = next & ((1 << PLACE_BITS) - 1);
        next++;
        return new UUID(millisecond << 16 | VERSION | place, VARIANT | draw.bits() >>> 2);
    }
}
