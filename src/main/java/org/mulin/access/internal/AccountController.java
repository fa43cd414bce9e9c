package org.mulin.access.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.internal.AccountQueries.AccountView;
import org.mulin.base.Actor;
import org.mulin.base.FieldProblems;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.base.Written;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of staff, for administrators, and everybody's own password. */
@RestController
class AccountController {
    private final AccountService service;
    private final AccountQueries queries;
    private final OnceOnly once;

    AccountController(AccountService service, AccountQueries queries, OnceOnly once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    record AccountForm(
            @NotBlank @Size(max = 40) String username,
            @NotBlank @Written @Size(max = 60) String displayName,
            @NotBlank @Size(max = 64) String postCode,
            @NotBlank @Size(max = 200) String initialPassword) {}

    record PasswordReset(@NotBlank @Size(max = 200) String password) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String next) {}

    /** What is kept for a repeated request; names nobody. */
    private record Kept(UUID id) {}

    @GetMapping("/api/accounts")
    Page<AccountView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Rights.ACCOUNT_MANAGE);
        return queries.list(actor, q == null ? "" : q, cursor, Page.limit(limit));
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid AccountForm form,
            BindingResult found) {
        Kept kept = once.run(actor, key, Kept.class, () -> {
            var wanted = new AccountService.NewAccount(
                    form.username(), form.displayName(), form.postCode(), form.initialPassword());
            return new Kept(service.create(actor, wanted, FieldProblems.of(found)));
        });
        return queries.view(kept.id());
    }

    @PostMapping("/api/accounts/{id}/password-resets")
    AccountView resetPassword(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid PasswordReset reset) {
        return change(actor, key, id, () -> service.resetPassword(actor, id, reset.password()));
    }

    @PostMapping("/api/accounts/{id}/disablements")
    AccountView disable(Actor actor, @RequestHeader("Idempotency-Key") String key, @PathVariable UUID id) {
        return change(actor, key, id, () -> service.disable(actor, id));
    }

    @PostMapping("/api/accounts/{id}/enablements")
    AccountView enable(Actor actor, @RequestHeader("Idempotency-Key") String key, @PathVariable UUID id) {
        return change(actor, key, id, () -> service.enable(actor, id));
    }

    @PostMapping("/api/password-changes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Actor actor, @RequestBody @Valid PasswordChange change) {
        service.changePassword(actor, change.current(), change.next());
    }

    private AccountView change(Actor actor, String key, UUID id, Runnable write) {
        once.run(actor, key, Kept.class, () -> {
            write.run();
            return new Kept(id);
        });
        return queries.view(id);
    }
}
