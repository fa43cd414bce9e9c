package org.mulin.organization;

import java.time.LocalDate;
import java.util.UUID;

/** An account holds a post of a unit from a day on. */
public record Appointment(UUID accountId, Unit unit, Post post, LocalDate from) {}
