package org.mulin.ticket.internal.like;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.base.PublicText;
import org.mulin.ticket.HotTicketGroup;
import org.mulin.ticket.HotTickets;
import org.mulin.ticket.internal.like.VoiceQueries.Heard;
import org.mulin.triage.HotIssue;
import org.mulin.triage.HotRule;
import org.mulin.triage.HotWords;
import org.mulin.triage.Like;
import org.mulin.triage.Likeness;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.mulin.triage.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * This node's index of appeals, in memory. It is made from the appeals themselves and catches up with what is committed
 * before it answers, so that neither a crash nor another node loses it anything. While much is read, at the start and
 * after an import, it answers from what it has.
 */
@Component
public class TicketVoices implements HotTickets {
    private static final Logger LOG = LoggerFactory.getLogger(TicketVoices.class);
    /** What has ended is worth comparing with so long. */
    private static final Duration LOOK_BACK = Duration.ofDays(400);

    /** So long somebody who is writing waits for what has just been committed; after an import there is much of it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int WORDS_AT_ONCE = 1_000;
    /** So many of its messages tell what an issue is about. */
    private static final int COMPARED_MAX = 20;

    private final VoiceQueries queries;
    private final Triage triage;
    private final Clock clock;
    private final Likeness<UUID> index = Likeness.empty();
    private final Map<UUID, Heard> known = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private long nextXact;

    TicketVoices(VoiceQueries queries, Triage triage, Clock clock) {
        this.queries = queries;
        this.triage = triage;
        this.clock = clock;
    }

    /** A city's appeals take seconds to read the first time; nobody need wait for that. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        reader();
    }

    private Thread reader() {
        return Thread.ofVirtual().name("ticket-voices").start(() -> {
            try {
                catchUp();
            } catch (RuntimeException e) {
                LOG.warn("what was written could not be compared; it is tried again with the next draft", e);
            }
        });
    }

    /** What is not read by then is read on, and counts the next time. */
    private void catchUpSoon() {
        try {
            reader().join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The tickets that are worked on in these areas and have appeals like the draft; the likest first.
     *
     * @param areaKey where the draft is
     */
    public List<UUID> openLike(Text draft, String areaKey, AreaRange range, int limit) {
        catchUpSoon();
        Voice voice = new Voice(draft, clock.instant(), "", areaKey, 0, triage.sites(draft));
        Set<UUID> tickets = new LinkedHashSet<>();
        for (Like<UUID> like : index.like(voice, range::contains, this::isOpen, limit)) {
            Heard heard = known.get(like.id());
            if (heard != null) {
                tickets.add(heard.ticketId());
            }
        }
        return List.copyOf(tickets);
    }

    /** Whether all of these appeals name other places than the draft. */
    public boolean isElsewhere(Text draft, Collection<Text> appeals) {
        Voice asked = voice(draft);
        return !appeals.isEmpty() && appeals.stream().allMatch(said -> index.isElsewhere(asked, voice(said)));
    }

    private Voice voice(Text words) {
        return new Voice(words, Instant.EPOCH, "", "", 0, triage.sites(words));
    }

    @Override
    public List<HotTicketGroup> hot(AreaRange range, Instant from, Instant to, HotRule rule, int limit) {
        catchUp();
        List<HotIssue<UUID>> issues = index.hot(rule, id -> isWithin(known.get(id), range, from, to), limit);
        List<List<UUID>> some =
                issues.stream().map(issue -> some(issue.members())).toList();
        Map<UUID, Text> texts =
                queries.words(some.stream().flatMap(List::stream).toList());
        return IntStream.range(0, issues.size())
                .mapToObj(i -> group(
                        issues.get(i),
                        index.words(some.get(i).stream()
                                .flatMap(id -> Stream.ofNullable(texts.get(id)))
                                .toList())))
                .toList();
    }

    private boolean isOpen(UUID appealId) {
        Heard heard = known.get(appealId);
        return heard != null && heard.open();
    }

    private static boolean isWithin(@Nullable Heard heard, AreaRange range, Instant from, Instant to) {
        return heard != null
                && range.contains(heard.place())
                && !heard.at().isBefore(from)
                && heard.at().isBefore(to);
    }

    private HotTicketGroup group(HotIssue<UUID> issue, HotWords words) {
        Set<UUID> tickets = new LinkedHashSet<>();
        List<Instant> moments = new ArrayList<>();
        for (UUID appeal : issue.members()) {
            Heard heard = known.get(appeal);
            if (heard != null) {
                tickets.add(heard.ticketId());
                moments.add(heard.at());
            }
        }
        return new HotTicketGroup(
                List.copyOf(tickets),
                issue.people(),
                issue.members().size(),
                words.words().stream().filter(TicketVoices::isPublic).toList(),
                isPublic(words.place()) ? words.place() : "",
                issue.score(),
                List.copyOf(moments));
    }

    /** Spread over the whole time. */
    private static List<UUID> some(List<UUID> appeals) {
        int step = 1 + appeals.size() / COMPARED_MAX;
        List<UUID> some = new ArrayList<>();
        for (int i = 0; i < appeals.size(); i += step) {
            some.add(appeals.get(i));
        }
        return some;
    }

    /** What several people write may still be somebody's name. */
    private static boolean isPublic(String word) {
        return PublicText.of(word, List.of()).equals(word);
    }

    private Voice voice(Text words, Heard heard) {
        return new Voice(words, heard.at(), heard.person(), heard.place(), 0, triage.sites(words));
    }

    /** Whoever finds another at it goes on with what is there. */
    private void catchUp() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            Map<UUID, Heard> fresh = new LinkedHashMap<>();
            Instant since = clock.instant().minus(LOOK_BACK);
            long next = queries.changedSince(nextXact, since, heard -> take(heard, fresh));
            List<Heard> waiting = List.copyOf(fresh.values());
            for (int at = 0; at < waiting.size(); at += WORDS_AT_ONCE) {
                read(waiting.subList(at, Math.min(waiting.size(), at + WORDS_AT_ONCE)));
            }
            // only now: what could not be read is looked for again
            nextXact = next;
        } finally {
            reading.unlock();
        }
    }

    /** What is known already needs no words, unless it is somewhere else now. */
    private void take(Heard heard, Map<UUID, Heard> fresh) {
        Heard before = known.get(heard.appealId());
        if (heard.gone()) {
            index.remove(heard.appealId());
            known.remove(heard.appealId());
        } else if (before == null || !before.place().equals(heard.place())) {
            fresh.put(heard.appealId(), heard);
        } else {
            known.put(heard.appealId(), heard);
        }
    }

    private void read(Collection<Heard> all) {
        Map<UUID, Heard> byId = new HashMap<>();
        all.forEach(heard -> byId.put(heard.appealId(), heard));
        queries.words(byId.keySet()).forEach((id, words) -> {
            Heard heard = byId.get(id);
            if (heard != null) {
                known.put(id, heard);
                index.put(id, voice(words, heard));
            }
        });
    }
}
