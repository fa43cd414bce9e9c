package org.mulin.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign in, sign out, who am I. */
@RestController
class SessionController {
    private final SignInService signIn;
    private final SessionViews views;
    private final SecurityContextRepository contexts;

    SessionController(SignInService signIn, SessionViews views, SecurityContextRepository contexts) {
        this.signIn = signIn;
        this.views = views;
        this.contexts = contexts;
    }

    record PhoneNumber(@NotBlank @Size(max = 20) String phone) {}

    record ResidentSignIn(
            @NotBlank @Size(max = 20) String phone,
            @NotBlank @Size(max = 10) String code) {}

    record StaffSignIn(
            @NotBlank @Size(max = 60) String username,
            @NotBlank @Size(max = 200) String password) {}

    @GetMapping("/api/session")
    SessionViews.SessionView session(@Nullable Actor actor, CsrfToken csrf) {
        // reading the token writes its cookie, which every later write needs
        csrf.getToken();
        return views.of(actor);
    }

    @PostMapping("/api/sign-in-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SignInService.CodeSent sendCode(@RequestBody @Valid PhoneNumber body, HttpServletRequest request) {
        return signIn.sendCode(body.phone(), request.getRemoteAddr());
    }

    @PostMapping("/api/sessions/resident")
    SessionViews.SessionView resident(
            @RequestBody @Valid ResidentSignIn body, HttpServletRequest request, HttpServletResponse response) {
        return enter(
                signIn.residentSignIn(body.phone(), body.code(), request.getRemoteAddr()),
                SecurityConfiguration.RESIDENT_IDLE,
                request,
                response);
    }

    @PostMapping("/api/sessions/staff")
    SessionViews.SessionView staff(
            @RequestBody @Valid StaffSignIn body, HttpServletRequest request, HttpServletResponse response) {
        return enter(
                signIn.staffSignIn(body.username(), body.password(), request.getRemoteAddr()),
                SecurityConfiguration.STAFF_IDLE,
                request,
                response);
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** A fresh session id for whoever comes in, so that none prepared beforehand can be used. */
    private SessionViews.SessionView enter(
            Account account, Duration idle, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setMaxInactiveInterval((int) idle.toSeconds());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new AccountPrincipal(account.id()), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return views.of(account.id());
    }
}
