package org.mulin.base.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in every answer's {@code Date} what time it is by the clock that decides deadlines: pages reckon by it. */
@Component
class TimeTeller extends OncePerRequestFilter {
    private final Clock clock;

    TimeTeller(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setDateHeader(HttpHeaders.DATE, clock.millis());
        chain.doFilter(request, response);
    }
}
