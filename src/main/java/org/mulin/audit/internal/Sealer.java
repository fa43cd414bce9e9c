package org.mulin.audit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Chains new entries every second, and can walk the chain to find the first broken link. */
@Component
class Sealer {
    private final AuditRepository repository;

    Sealer(AuditRepository repository) {
        this.repository = repository;
    }

    @Scheduled(fixedDelay = 1000)
    void seal() {
        repository.sealNew();
    }

    /** @return the number of the first entry that was changed or is missing, empty when the chain is whole */
    OptionalLong firstBroken() {
        byte[] hash = AuditRepository.ROOT;
        long number = 0;
        List<AuditRepository.Sealed> stretch = repository.sealedAfter(number);
        while (!stretch.isEmpty()) {
            for (AuditRepository.Sealed sealed : stretch) {
                hash = sealed.entry().hash(hash);
                number++;
                if (sealed.number() != number || !Arrays.equals(hash, sealed.hash())) {
                    return OptionalLong.of(number);
                }
            }
            stretch = repository.sealedAfter(number);
        }
        return OptionalLong.empty();
    }
}
