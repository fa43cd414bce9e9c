package org.mulin.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the command line of this machine in: it reads the token from a file that only the server's own user can read and
 * acts as the operator, who may import and nothing else. Requests that carry it need no session.
 */
@Component
class LocalToken extends OncePerRequestFilter {
    static final UUID OPERATOR = new UUID(0, 1);
    private static final String SCHEME = "Bearer ";

    private final @Nullable String token;

    LocalToken(@Value("${mulin.local-token:#{null}}") @Nullable String token) {
        this.token = token;
    }

    static boolean isPresented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPresented(request) && isRight(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(new AccountPrincipal(OPERATOR), null, List.of()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private boolean isRight(String header) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
