package org.mulin.ticket.internal.open;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mulin.policy.Policy;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.db.tables.Appeal;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/**
 * 公开范围: the one rule of what anybody may read, whoever asks and by whatever door: the residents' page, Open311, the
 * author's own page. By the author's will, or filed by the open interface; not confidential, not withdrawn; and about a
 * matter that the pack calls public today. The words still go through {@link org.mulin.base.PublicText}.
 */
@Component
public class OpenReachQueries {
    static final Field<String> MATTER = matter(APPEAL);

    private final Policy policy;

    OpenReachQueries(Policy policy) {
        this.policy = policy;
    }

    /** Of an appeal that is joined with its ticket. */
    public Condition of(Appeal appeal) {
        return willed(appeal).and(counted(appeal));
    }

    /** Those that neighbours are counted by, without a word of them: all that could be public if its author wished. */
    Condition counted(Appeal appeal) {
        return standing(appeal).and(matter(appeal).in(matters()));
    }

    /** Those whose authors may still make them public: of a public matter, or of one that nobody has decided yet. */
    Condition offered(Appeal appeal) {
        return standing(appeal).and(matter(appeal).isNull().or(matter(appeal).in(matters())));
    }

    /** The leaves that the pack calls public. */
    Set<String> matters() {
        return policy.current(MattersTable.class).content().leaves().stream()
                .filter(Matter::open)
                .map(Matter::code)
                .collect(Collectors.toSet());
    }

    /** The ticket's, or as its author chose while nobody has decided. */
    static Field<String> matter(Appeal appeal) {
        return DSL.coalesce(TICKET_.MATTER_CODE, appeal.CHOSEN_MATTER_CODE);
    }

    // Both are written out as the index appeal_open says it, so that PostgreSQL sees that it fits.

    private static Condition willed(Appeal appeal) {
        return appeal.CHANNEL.eq(DSL.inline(Channel.OPEN311.name())).or(appeal.PUBLIC_AT.isNotNull());
    }

    private static Condition standing(Appeal appeal) {
        return appeal.WITHDRAWN_AT.isNull().and(DSL.not(appeal.CONFIDENTIAL));
    }
}
