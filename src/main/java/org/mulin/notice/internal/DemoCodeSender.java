package org.mulin.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mulin.access.CodeSender;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The demo's phone network: the sign-in page shows what a real phone would show. {@code serve} never has it; the demo
 * listens on the machine itself only.
 */
@RestController
@ConditionalOnProperty(name = "mulin.demo", havingValue = "true")
class DemoCodeSender implements CodeSender {
    private static final int MESSAGES_MAX = 3;
    private static final int PHONES_MAX = 2000;

    private final Map<String, Deque<DemoMessage>> messages = new ConcurrentHashMap<>();
    private final Clock clock;

    DemoCodeSender(Clock clock) {
        this.clock = clock;
    }

    record DemoMessage(Instant at, String text, String code) {}

    @Override
    public void send(String phone, String code, Duration validity) {
        if (messages.size() >= PHONES_MAX) {
            messages.clear();
        }
        String text = "【睦邻】验证码 " + code + "，" + validity.toMinutes() + " 分钟内有效，请勿告诉他人。";
        messages.compute(phone, (key, old) -> {
            Deque<DemoMessage> kept = old == null ? new ArrayDeque<>() : new ArrayDeque<>(old);
            kept.addFirst(new DemoMessage(clock.instant(), text, code));
            while (kept.size() > MESSAGES_MAX) {
                kept.removeLast();
            }
            return kept;
        });
    }

    @GetMapping("/api/demo/messages")
    List<DemoMessage> messages(@RequestParam String phone) {
        return List.copyOf(messages.getOrDefault(phone, new ArrayDeque<>()));
    }
}
