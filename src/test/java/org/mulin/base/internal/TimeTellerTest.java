package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TimeTellerTest {
    private static final Instant MOVED = Instant.parse("2027-02-03T04:05:06Z");

    private static MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new TimeTeller(Clock.fixed(MOVED, ZoneOffset.UTC))
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void anAnswersDateIsThatOfTheClockThatDecidesDeadlines() throws Exception {
        assertThat(answer("/api/session").getDateHeader("Date")).isEqualTo(MOVED.toEpochMilli());
        assertThat(answer("/desk/index.html").getHeader("Date")).isNull();
    }
}
