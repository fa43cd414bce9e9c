package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mulin.base.internal.OutboxRepository.Attempt;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** When an event counts as stuck, and that of two nodes one delivers it; {@code TwoNodesTest} kills a node for it. */
class OutboxKeeperTest {
    private static final UUID EVENT = new UUID(0, 7);

    /** The table of all nodes. */
    private final Map<UUID, Integer> attempts = new HashMap<>();

    private final Set<Attempt> givenUp = new HashSet<>();
    private final List<String> delivered = new ArrayList<>();

    private final class Table extends OutboxRepository {
        @SuppressWarnings("NullAway")
        Table() {
            super(null);
        }

        @Override
        List<Attempt> waiting(int publications_max) {
            return attempts.entrySet().stream()
                    .map(each -> new Attempt(each.getKey(), each.getValue()))
                    .toList();
        }

        @Override
        boolean giveUp(Attempt attempt) {
            return attempts.getOrDefault(attempt.id(), 0) == attempt.number() && givenUp.add(attempt);
        }
    }

    private final class Listeners implements IncompleteEventPublications {
        private final String node;

        Listeners(String node) {
            this.node = node;
        }

        @Override
        public void resubmitIncompletePublications(Predicate<EventPublication> filter) {
            attempts.merge(EVENT, 1, Integer::sum);
            delivered.add(node);
        }

        @Override
        public void resubmitIncompletePublicationsOlderThan(java.time.Duration age) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resubmitIncompletePublications(ResubmissionOptions options) {
            throw new UnsupportedOperationException();
        }
    }

    private OutboxKeeper node(String name) {
        return new OutboxKeeper(new Table(), new Listeners(name));
    }

    @Test
    void whatLiesForThreeLooksIsDeliveredByOneNode() {
        OutboxKeeper one = node("one");
        OutboxKeeper other = node("other");
        attempts.put(EVENT, 1);
        for (int look = 0; look < 2; look++) {
            one.look();
            other.look();
        }
        assertThat(delivered).isEmpty();
        one.look();
        other.look();
        assertThat(delivered).containsExactly("one");
    }

    @Test
    void whatFailsIsTriedLessAndLessOften() {
        OutboxKeeper node = node("one");
        attempts.put(EVENT, 1);
        List<Integer> at = new ArrayList<>();
        for (int look = 1; look <= 40; look++) {
            int before = delivered.size();
            node.look();
            if (delivered.size() > before) {
                at.add(look);
            }
        }
        assertThat(at).containsExactly(3, 8, 17, 34);
    }

    @Test
    void whatIsTakenInTimeIsLeftAlone() {
        OutboxKeeper node = node("one");
        for (int look = 0; look < 10; look++) {
            attempts.clear();
            attempts.put(new UUID(1, look), 1);
            node.look();
        }
        assertThat(delivered).isEmpty();
    }
}
