package org.mulin.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.mulin.base.Problems;
import org.mulin.base.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Who may come to which address at all; what they may do there is decided by rights and reach. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    static final Duration STAFF_IDLE = Duration.ofMinutes(30);
    static final Duration RESIDENT_IDLE = Duration.ofDays(7);

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, LocalToken localToken, Problems problems, JsonMapper json) {
        var writer = new ProblemWriter(problems, json);
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/api/session",
                                "/api/sessions/*",
                                "/api/sign-in-codes",
                                "/api/appeal-queries",
                                "/api/other-ways",
                                "/api/open-matters",
                                "/api/open-tickets/**",
                                "/api/neighbourhood",
                                "/api/areas/**",
                                "/api/places",
                                "/api/demo/**")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.spa()
                        .ignoringRequestMatchers(LocalToken::isPresented)
                        // other programs come with a key, never with a cookie
                        .ignoringRequestMatchers("/open311/**"))
                .addFilterBefore(localToken, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refusal) -> writer.write(request, response, "signed-out"))
                        .accessDeniedHandler((request, response, refusal) -> writer.write(request, response, "csrf")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("geolocation=(self), camera=(self), microphone=(self)")))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Argon2id with two passes; a city may ask for more memory than the usual 19 MiB. */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${mulin.password-memory:19MB}") DataSize memory) {
        return new Argon2PasswordEncoder(16, 32, 1, Math.toIntExact(memory.toKilobytes()), 2);
    }

    private record ProblemWriter(Problems problems, JsonMapper json) {
        void write(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
            ProblemDetail problem = problems.problem(Texts.asked(request), code);
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
                response.getWriter().write(json.writeValueAsString(problem));
            }
        }
    }
}
