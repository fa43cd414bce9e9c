package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tickets by what their appeals say or by the beginning of their number. What is rare is fetched by the index of
 * pairs; what stands in many tickets is met soon on any way through them, while fetching all of it would take
 * seconds.
 */
@Component
class SearchQueries {
    /**
     * More candidates than these are not fetched to be put in order: of a million tickets, a page of twenty is then
     * full after as many have been looked at.
     */
    private static final int FETCHED_MAX = 5_000;
    /** As long as the day that a number begins with, and the dash. */
    private static final int DAY_CHARS = 9;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}|[0-9]{8}-[0-9]*");

    private final DSLContext sql;
    private volatile Set<String> common = Set.of();

    SearchQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What the database itself has learnt of the texts when it last analysed them. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void learn() {
        var pairs = sql.fetch("""
                select pair
                from pg_stats, pg_class,
                    unnest(most_common_elems::text::text[], most_common_elem_freqs) as known (pair, share)
                where schemaname = 'ticket' and tablename = 'appeal' and attname = 'grams'
                  and pg_class.oid = 'ticket.appeal'::regclass and share * reltuples > {0}
                """, DSL.inline(FETCHED_MAX));
        common = new HashSet<>(pairs.getValues("pair", String.class));
    }

    /**
     * @param terms all of which one appeal holds
     * @param whole as it was typed: perhaps the beginning of a number
     * @param readable which tickets' words this reader may search
     */
    Condition matches(List<String> terms, String whole, Condition readable) {
        Condition words = words(terms).and(readable);
        if (!NUMBER.matcher(whole).matches()) {
            return words;
        }
        if (whole.length() < DAY_CHARS) {
            return TICKET_.NUMBER.startsWith(whole).or(words);
        }
        return words.or(TICKET_.ID.in(DSL.select(TICKET_.as("numbered").ID)
                .from(TICKET_.as("numbered"))
                .where(
                        TICKET_.as("numbered").NUMBER.ge(whole),
                        TICKET_.as("numbered").NUMBER.lt(whole + ":"))));
    }

    private Condition words(List<String> terms) {
        String[] pairs = Grams.of(terms.toArray(String[]::new));
        if (common.containsAll(Arrays.asList(pairs))) {
            // as a value and not as a set, so that it is asked of one ticket after the other until the page is full
            return DSL.field(DSL.select(DSL.boolOr(holds(terms))).from(APPEAL).where(APPEAL.TICKET_ID.eq(TICKET_.ID)))
                    .isTrue();
        }
        return TICKET_.ID.in(
                DSL.select(APPEAL.TICKET_ID).from(APPEAL).where(APPEAL.GRAMS.contains(pairs), holds(terms)));
    }

    /** Pairs find candidates, the words decide. */
    static Condition holds(List<String> terms) {
        return DSL.and(terms.stream()
                .map(term -> APPEAL.WORDS.containsIgnoreCase(term).or(APPEAL.SUBJECT.containsIgnoreCase(term)))
                .toList());
    }
}
