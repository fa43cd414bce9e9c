package org.mulin.access.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mulin.access.NewResident;
import org.mulin.base.Ids;
import org.mulin.base.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of residents: one for each number that somebody has proven to be theirs. */
@Service
class ResidentService {
    private final AccountRepository accounts;
    private final Sealing sealing;
    private final List<NewResident> others;
    private final Clock clock;

    ResidentService(AccountRepository accounts, Sealing sealing, List<NewResident> others, Clock clock) {
        this.accounts = accounts;
        this.sealing = sealing;
        this.others = others;
        this.clock = clock;
    }

    /** The account of the number; the first time it is made, and what others hold for it is handed over. */
    @Transactional
    Account of(String phone) {
        byte[] index = sealing.index(phone);
        return accounts.byPhone(index).orElseGet(() -> {
            UUID id = Ids.next();
            String name = "居民" + phone.substring(phone.length() - 4);
            if (accounts.insertResident(id, name, sealing.seal(phone), index, clock.instant())) {
                others.forEach(other -> other.began(id, index));
            }
            return accounts.byPhone(index).orElseThrow();
        });
    }
}
