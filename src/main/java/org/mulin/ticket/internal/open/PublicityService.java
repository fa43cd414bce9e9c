package org.mulin.ticket.internal.open;

import java.time.Clock;
import java.util.UUID;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.springframework.stereotype.Service;

/**
 * 公开与取消公开: the author's word on an appeal of their own. It is no step of the ticket, whose life it does not touch;
 * its trail is in the audit.
 */
@Service
public class PublicityService {
    private final OnceOnly once;
    private final PublicityRepository appeals;
    private final Audit audit;
    private final Clock clock;

    PublicityService(OnceOnly once, PublicityRepository appeals, Audit audit, Clock clock) {
        this.once = once;
        this.appeals = appeals;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is kept for a repeated key. */
    record Done(UUID appealId) {}

    /**
     * Taking back is always allowed.
     *
     * @param version of the ticket that the author saw
     * @throws Refused {@code appeal-stays-private} when it may not become public
     */
    public void set(Actor author, String key, UUID appealId, boolean open, long version) {
        once.run(author, key, Done.class, () -> {
            boolean offered = appeals.hold(appealId, author, version);
            if (open && !offered) {
                throw Refused.of("appeal-stays-private");
            }
            appeals.set(appealId, open ? clock.instant() : null);
            audit.record(author, Audit.Act.of(open ? "appeal.published" : "appeal.unpublished", "appeal", appealId));
            return new Done(appealId);
        });
    }
}
