package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.mulin.base.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tickets by what their appeals say or by the beginning of their number. What is rare is fetched by the index of
 * pairs; what stands in many tickets is met soon on any way through them, while fetching all of it would take
 * seconds. One who reaches few tickets meets a word seldom that is only frequent: their tickets are looked through.
 */
@Component
class SearchQueries {
    /**
     * More candidates than these are not fetched to be put in order: of a million tickets, a page of twenty is then
     * full after as many have been looked at.
     */
    private static final int FETCHED_MAX = 5_000;
    /** What stands in more than this share of all tickets is soon met by everybody. */
    private static final double EVERYWHERE = 0.05;
    /** As many tickets of one's own are looked through; whoever has more meets any frequent word soon. */
    private static final int OWN_MAX = 20_000;
    /** As long as the day that a number begins with, and the dash. */
    private static final int DAY_CHARS = 9;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}|[0-9]{8}-[0-9]*");

    private final DSLContext sql;
    /** The share of appeals that hold a pair, of those pairs that are too many to be fetched. */
    private volatile Map<String, Double> common = Map.of();

    SearchQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What the database itself has learnt of the texts when it last analysed them. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void learn() {
        var pairs = sql.fetch("""
                select pair, share
                from pg_stats, pg_class,
                    unnest(most_common_elems::text::text[], most_common_elem_freqs) as known (pair, share)
                where schemaname = 'ticket' and tablename = 'appeal' and attname = 'grams'
                  and pg_class.oid = 'ticket.appeal'::regclass and share * reltuples > {0}
                """, DSL.inline(FETCHED_MAX));
        know(pairs.intoMap(row -> row.get("pair", String.class), row -> row.get("share", Double.class)));
    }

    void know(Map<String, Double> sharesOfCommonPairs) {
        common = sharesOfCommonPairs;
    }

    /**
     * @param terms all of which one appeal holds
     * @param whole as it was typed: perhaps the beginning of a number
     * @param readable which tickets' words this reader may search
     */
    Condition matches(Actor actor, List<String> terms, String whole, Condition readable) {
        Condition words = words(actor, terms).and(readable);
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

    private Condition words(Actor actor, List<String> terms) {
        String[] pairs = Grams.of(terms.toArray(String[]::new));
        Map<String, Double> shares = common;
        if (!shares.keySet().containsAll(Arrays.asList(pairs))) {
            return TICKET_.ID.in(
                    DSL.select(APPEAL.TICKET_ID).from(APPEAL).where(APPEAL.GRAMS.contains(pairs), holds(terms)));
        }
        double share = Arrays.stream(pairs).mapToDouble(shares::get).min().orElse(1);
        Select<Record1<UUID>> own = share > EVERYWHERE ? null : ReachQueries.own(actor);
        if (own != null && areFew(actor)) {
            return TICKET_.ID.in(
                    DSL.select(APPEAL.TICKET_ID).from(APPEAL).where(APPEAL.TICKET_ID.in(own), holds(terms)));
        }
        // as a value and not as a set, so that it is asked of one ticket after the other until the page is full
        return DSL.field(DSL.select(DSL.boolOr(holds(terms))).from(APPEAL).where(APPEAL.TICKET_ID.eq(TICKET_.ID)))
                .isTrue();
    }

    private boolean areFew(Actor actor) {
        var own = ReachQueries.own(actor);
        return own != null && sql.fetchCount(own.limit(OWN_MAX + 1)) <= OWN_MAX;
    }

    /** Pairs find candidates, the words decide. */
    static Condition holds(List<String> terms) {
        return DSL.and(terms.stream()
                .map(term -> APPEAL.WORDS.containsIgnoreCase(term).or(APPEAL.SUBJECT.containsIgnoreCase(term)))
                .toList());
    }
}
