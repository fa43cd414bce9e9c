package org.mulin.base.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Keeps the body of a write at hand, so that a repeated key can be told from a key used for something else. */
@Component
class BodyKeeper extends OncePerRequestFilter {
    private static final int BODY_BYTES_MAX = 1_000_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getHeader("Idempotency-Key") == null
                || type == null
                || !(type.startsWith(MediaType.APPLICATION_JSON_VALUE)
                        || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ContentCachingRequestWrapper(request, BODY_BYTES_MAX), response);
    }
}
