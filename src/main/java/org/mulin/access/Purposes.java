package org.mulin.access;

import java.util.UUID;
import org.mulin.base.Actor;

/** Why a unit may read the personal data of a record: opened with a legal basis, closed when the reason ends. */
public interface Purposes {
    /** Opening an open purpose again changes nothing. */
    void open(Purpose purpose);

    /** Closes every purpose that the unit holds on the record. */
    void close(String subjectType, UUID subjectId, UUID holderUnit);

    /** Closes every purpose on the record, whoever holds it. */
    void closeAll(String subjectType, UUID subjectId);

    /** @throws org.mulin.base.Refused {@code purpose-missing} when the actor's unit holds no open purpose on it */
    void check(Actor actor, String subjectType, UUID subjectId);

    /** {@code legalBasis}: the provision of law that allows the reading. */
    record Purpose(String code, String legalBasis, String subjectType, UUID subjectId, UUID holderUnit) {}
}
