package io.guichet.country.fr.claim;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.fr.claim.ClaimStore.StoredAct;
import io.guichet.country.fr.claim.EntryCheck.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement on its way in with others.
final class ChunkClaim {

    private final long person;
    private final Entry entry;
    private final String origin;
    private final List<StoredAct> acts = new ArrayList<>();
    private long number;
    private @Nullable ClaimDecision accepted;

    ChunkClaim(long person, Entry entry, String origin) {
        this.person = person;
        this.entry = entry;
        this.origin = origin;
        for (EnteredAct act : entry.acts()) {
            acts.add(new StoredAct(acts.size() + 1, ClaimStore.asStored(act), ClaimStore.UNDECIDED));
        }
    }

    long person() {
        return person;
    }

    Entry entry() {
        return entry;
    }

    String origin() {
        return origin;
    }

    /// Its acts as the table would give them back.
    List<StoredAct> acts() {
        return acts;
    }

    long number() {
        return number;
    }

    void numbered(long given) {
        number = given;
    }

    /// What is written of it when it is accepted; null otherwise.
    @Nullable ClaimDecision accepted() {
        return accepted;
    }

    void accept(ClaimDecision decision) {
        accepted = decision;
    }
}
