package org.mulin.notice.internal.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Masks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody wants messages by phone, and at which number. Codes for signing in always come. */
@Service
class PreferenceService {
    private final PreferenceRepository preferences;
    private final Accounts accounts;

    PreferenceService(PreferenceRepository preferences, Accounts accounts) {
        this.preferences = preferences;
        this.accounts = accounts;
    }

    /** @param phone masked; null when none is known */
    record MessagePreference(boolean byPhone, @Nullable String phone) {}

    MessagePreference of(Actor actor) {
        UUID account = actor.accountId();
        boolean byPhone = preferences.byPhone(account).orElse(actor.isResident());
        return new MessagePreference(
                byPhone, accounts.phone(account).map(Masks::phone).orElse(null));
    }

    /** @param phone staff only: a number to be reached at; null leaves the one that is kept */
    @Transactional
    MessagePreference change(Actor actor, boolean byPhone, @Nullable String phone) {
        UUID account = actor.accountId();
        if (actor.isStaff() && phone != null) {
            accounts.keepPhone(account, phone);
        }
        if (byPhone && accounts.phone(account).isEmpty()) {
            throw Malformed.of("phone", "field-required");
        }
        preferences.keep(account, byPhone);
        return of(actor);
    }
}
