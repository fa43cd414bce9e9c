package org.mulin.access;

import java.util.UUID;

/**
 * Is told when a phone number has become a resident's account, in the same transaction: whoever holds what the resident
 * filed by phone or at a counter before hands it over. That the number is theirs has been proven by a code.
 */
public interface NewResident {
    /** @param phoneIndex the blind index of the number */
    void began(UUID account, byte[] phoneIndex);
}
