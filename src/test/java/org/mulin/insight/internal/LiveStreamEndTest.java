package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream that ends by its time is a request that was answered. */
class LiveStreamEndTest {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final LiveStream stream =
            new LiveStream(new UUID(1, 2), "session", AreaRange.ALL, Duration.ofMinutes(15), _ -> ended.set(true));

    @RestController
    private final class Door {
        @GetMapping("/stream")
        SseEmitter open() {
            stream.start();
            return stream.emitter();
        }
    }

    @Test
    void itsTimeIsNoFailure() throws Exception {
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new Door()).build();
        MvcResult result = mvc.perform(MockMvcRequestBuilders.get("/stream")).andReturn();
        var context =
                (MockAsyncContext) Objects.requireNonNull(result.getRequest().getAsyncContext());
        for (AsyncListener listener : context.getListeners()) {
            listener.onTimeout(new AsyncEvent(context));
        }
        assertThat(ended).isTrue();
        assertThat(WebAsyncUtils.getAsyncManager(result.getRequest()).getConcurrentResult())
                .isNull();
    }
}
