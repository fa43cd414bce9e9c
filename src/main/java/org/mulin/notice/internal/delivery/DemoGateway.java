package org.mulin.notice.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The demo's phone network: pages show what a real phone would show. {@code serve} never has it; the demo listens on
 * the machine itself only.
 */
@RestController
@ConditionalOnProperty(name = "mulin.demo", havingValue = "true")
class DemoGateway implements Gateway {
    private static final int CODES_MAX = 3;
    private static final int TEXTS_MAX = 10;
    private static final int PHONES_MAX = 10_000;

    private final Map<String, Phone> phones = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Phone> eldest) {
            return size() > PHONES_MAX;
        }
    };
    private final Clock clock;

    DemoGateway(Clock clock) {
        this.clock = clock;
    }

    /** @param code null when the text carries none */
    record DemoMessage(Instant at, String text, @Nullable String code) {}

    private record Phone(Deque<DemoMessage> codes, Deque<DemoMessage> texts) {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void send(Text text) {
        var message = new DemoMessage(clock.instant(), text.words(), text.code());
        synchronized (phones) {
            Phone phone =
                    phones.computeIfAbsent(text.phone(), ignored -> new Phone(new ArrayDeque<>(), new ArrayDeque<>()));
            Deque<DemoMessage> kept = text.code() == null ? phone.texts() : phone.codes();
            kept.addFirst(message);
            if (kept.size() > (text.code() == null ? TEXTS_MAX : CODES_MAX)) {
                kept.removeLast();
            }
        }
    }

    /** Codes first, each kind newest first. */
    @GetMapping("/api/demo/messages")
    List<DemoMessage> messages(@RequestParam String phone) {
        synchronized (phones) {
            Phone found = phones.get(phone);
            return found == null
                    ? List.of()
                    : Stream.concat(found.codes().stream(), found.texts().stream())
                            .toList();
        }
    }
}
