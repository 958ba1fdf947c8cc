package io.guichet.contract.internal;

import io.guichet.directory.MemberEvent;
import io.guichet.directory.MemberEvents;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Database;
import java.time.Instant;
import java.util.List;

/// Tells the member file of the member's amendments: each once, as it stands, when it was touched last.
public final class AmendmentEvents implements MemberEvents {

    private final Database database;

    public AmendmentEvents(Database database) {
        this.database = database;
    }

    @Override
    public List<MemberEvent> of(FileRef member, Instant until, int limit) {
        if (member.kind() != FileKind.MEMBER) {
            return List.of();
        }
        return database.read(work -> AmendmentStore.of(work, member, limit)).stream()
                .filter(amendment -> !amendment.at().isAfter(until))
                .map(AmendmentEvents::event).toList();
    }

    private static MemberEvent event(StoredAmendment amendment) {
        UserMessage kind = UserMessage.of(amendment.country().folder() + ".amendment." + amendment.kind());
        String what = switch (amendment.state()) {
            case DRAFT -> "contract.event.drafted";
            case APPLIED -> "contract.event.applied";
            case CANCELLED -> "contract.event.cancelled";
            case DISCARDED -> "contract.event.discarded";
        };
        return new MemberEvent(amendment.at(), UserMessage.of(what, kind, amendment.contractNumber(), amendment.effective()),
                amendment.by(), amendment.ref());
    }
}
