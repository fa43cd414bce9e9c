package org.mulin.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mulin.base.Absent;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;

/** Units, posts and appointments as they are today. */
public interface Units {
    Optional<Unit> byCode(String code);

    /**
     * The unit, open or closed.
     *
     * @throws Absent when there is no such unit
     */
    Unit byId(UUID id);

    /** The open unit of this kind whose area is the smallest that covers the place. */
    Optional<Unit> nearest(String kind, String areaKey);

    /** All open units that work in the range, in the order of area and code. */
    List<Unit> within(AreaRange range);

    /** The open posts of a unit, in the order of their codes. */
    List<Post> posts(UUID unitId);

    Optional<Post> post(String code);

    /** The Chinese word for a kind of unit; the code itself when the pack no longer knows it. */
    String kindName(String kind);

    /**
     * Gives the account the post from that day on and ends what it held before.
     *
     * @throws Refused {@code post-unknown} when there is no such open post
     */
    Appointment appoint(UUID accountId, String postCode, LocalDate from);

    Optional<Appointment> appointmentOf(UUID accountId);

    /** Everybody who holds a post of these units today; one query. */
    List<Appointment> appointmentsIn(Collection<UUID> unitIds);

    /** Everybody who holds a post of a unit in the range today, by account; one query. */
    Map<UUID, Appointment> appointmentsWithin(AreaRange range);
}
