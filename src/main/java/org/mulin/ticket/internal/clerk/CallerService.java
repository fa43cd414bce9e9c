package org.mulin.ticket.internal.clerk;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.mulin.access.RateLimits;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Sealing;
import org.mulin.ticket.internal.ClerkService;
import org.mulin.ticket.internal.Phones;
import org.mulin.ticket.internal.clerk.ClerkViews.CallerTicket;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 来电人既往诉求: what a caller has filed before, told by the number they call from. Every reading leaves a trail. */
@Service
class CallerService {
    static final String PURPOSE = "受理诉求时核对来电人既往工单";
    /** Enough for the busiest seat, too few to try numbers out. */
    private static final int READINGS_MAX = 200;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final CallerQueries queries;
    private final Sealing sealing;
    private final Audit audit;
    private final RateLimits limits;

    CallerService(CallerQueries queries, Sealing sealing, Audit audit, RateLimits limits) {
        this.queries = queries;
        this.sealing = sealing;
        this.audit = audit;
        this.limits = limits;
    }

    @Transactional
    public List<CallerTicket> tickets(Actor clerk, String phone) {
        ClerkService.requireClerk(clerk);
        if (!Phones.isPhone(phone)) {
            throw Malformed.of("phone", "contact-phone-invalid");
        }
        limits.count("caller:" + clerk.accountId(), READINGS_MAX, WINDOW);
        byte[] index = sealing.index(Phones.plain(phone));
        List<CallerTicket> found = queries.by(index, clerk);
        // the trail tells readings of one number apart from those of another, and no number
        String pseudonym = HexFormat.of().formatHex(index, 0, 8);
        audit.record(
                clerk,
                Audit.Act.of("caller.read", "caller", pseudonym)
                        .because(PURPOSE)
                        .with("found=" + found.size()));
        return found;
    }
}
