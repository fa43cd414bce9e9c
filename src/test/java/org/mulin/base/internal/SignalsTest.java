package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mulin.base.Ids;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Signals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SignalsTest extends MulinHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Signals signals;

    @Autowired
    private SignalRepository repository;

    @Autowired
    private DataSource connections;

    @Test
    void everyNodeHearsItsTopicsOnly() throws InterruptedException {
        String topic = topic();
        DatabaseSignals otherNode = new DatabaseSignals(repository, connections);
        BlockingQueue<String> here = new LinkedBlockingQueue<>();
        BlockingQueue<String> there = new LinkedBlockingQueue<>();
        otherNode.listen(topic, there::add);
        otherNode.start();
        try (Signals.Subscription subscription = signals.listen(topic, here::add)) {
            assertThat(subscription).isNotNull();
            signals.send(topic(), "for nobody");
            hearUntil(topic, there);
            assertThat(here.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("两个字");
        } finally {
            otherNode.stop();
        }
        here.clear();
        signals.send(topic, "ended");
        assertThat(here.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void afterABreakEveryReceiverIsToldToLookAgain() throws InterruptedException {
        String topic = topic();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Signals.Subscription subscription = signals.listen(topic, heard::add)) {
            assertThat(subscription).isNotNull();
            hearUntil(topic, heard);
            heard.clear();
            new JdbcTemplate(connections)
                    .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query like 'listen mulin%' and pid <> pg_backend_pid()");
            assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
            hearUntil(topic, heard);
        }
    }

    @Test
    void aSignalIsShort() {
        assertThatThrownBy(() -> signals.send("long", "长".repeat(Signals.PAYLOAD_MAX_BYTES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A node that has only just begun to listen may miss the first. */
    private void hearUntil(String topic, BlockingQueue<String> heard) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String word = null;
        while (word == null && System.nanoTime() < end) {
            signals.send(topic, "两个字");
            word = heard.poll(200, TimeUnit.MILLISECONDS);
        }
        assertThat(word).isEqualTo("两个字");
    }

    private static String topic() {
        return "test-" + Ids.next();
    }
}
