package org.mulin.ticket.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.organization.Post;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.DecisionViews.DangerView;
import org.mulin.ticket.internal.DecisionViews.UnitFinding;
import org.mulin.ticket.internal.dispatch.Danger;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.EmergenciesTable;
import org.mulin.ticket.internal.dispatch.EmergencyLine;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Proof;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of what tickets point to; all from memory, so that lists need no further query. */
@Component
public class Names {
    private final Policy policy;
    private final Areas areas;
    private final Units units;

    Names(Policy policy, Areas areas, Units units) {
        this.policy = policy;
        this.areas = areas;
        this.units = units;
    }

    @Nullable
    public String matter(@Nullable String code) {
        return code == null
                ? null
                : policy.current(MattersTable.class)
                        .content()
                        .find(code)
                        .map(Matter::name)
                        .orElse(code);
    }

    public boolean isMatter(String code) {
        return policy.current(MattersTable.class).content().find(code).isPresent();
    }

    /** Whether it may be settled on the spot. */
    boolean settles(String code) {
        return policy.current(MattersTable.class).content().settles(code);
    }

    /** What a result of this matter must be shown by. */
    Proof proof(@Nullable String code) {
        return policy.current(MattersTable.class).content().proof(code);
    }

    /** The matter itself and, of a class, everything in it. */
    public List<String> mattersWithin(String code) {
        return Stream.concat(
                        Stream.of(code),
                        policy.current(MattersTable.class).content().all().stream()
                                .filter(matter -> code.equals(matter.parent()))
                                .map(Matter::code))
                .toList();
    }

    /** From the city down to the place. */
    List<String> areaPath(String key) {
        return areas.tree().path(key).stream().map(Area::name).toList();
    }

    @Nullable
    public String area(String key) {
        return areas.tree().byKey(key).map(Area::name).orElse(null);
    }

    @Nullable
    public String unitName(@Nullable UUID id) {
        return id == null ? null : units.byId(id).name();
    }

    @Nullable
    public UnitFinding finding(@Nullable UUID id) {
        if (id == null) {
            return null;
        }
        Unit unit = units.byId(id);
        return new UnitFinding(unit.id(), unit.name(), unit.phone().isEmpty() ? null : unit.phone());
    }

    /** Whom a duty-list reference means: a unit, or a kind of unit. */
    String duty(String reference) {
        return reference.startsWith(DutyEntry.KIND)
                ? units.kindName(reference.substring(DutyEntry.KIND.length()))
                : units.byCode(reference).map(Unit::name).orElse(reference);
    }

    /** The title of a post of a unit. */
    @Nullable
    String post(UUID unitId, @Nullable UUID postId) {
        return units.posts(unitId).stream()
                .filter(post -> post.id().equals(postId))
                .map(Post::title)
                .findFirst()
                .orElse(null);
    }

    /** Below it a guess of the matter is not named to residents. */
    double guessShownMin() {
        return policy.setting(TicketSettings.GUESS_SHOWN);
    }

    /** In the words of today's pack and the reader's language; of a line that is gone as it was found. */
    List<DangerView> dangers(List<Danger> found) {
        Locale reader = LocaleContextHolder.getLocale();
        List<EmergencyLine> lines = found.isEmpty()
                ? List.of()
                : policy.current(EmergenciesTable.class).content();
        return found.stream()
                .map(danger -> lines.stream()
                        .filter(line -> line.code().equals(danger.code()))
                        .findFirst()
                        .map(line -> new DangerView(line.line(), line.name(reader), line.say(reader), danger.words()))
                        .orElseGet(() -> new DangerView(danger.line(), danger.name(), "", danger.words())))
                .toList();
    }

    /**
     * Whether nobody's words about a ticket are for this reader: of a confidential complaint the accused see matter and
     * place, and what they wrote themselves or were told to do.
     */
    public boolean hidesWords(Actor reader, boolean confidential) {
        return confidential && !reader.has(By.TRIAGE) && isAccused(reader.unitId());
    }

    /** Whether this unit is of a kind that residents complain about. */
    public boolean isAccused(@Nullable UUID unitId) {
        return unitId != null
                && List.of(policy.setting(TicketSettings.ACCUSED_KINDS).split(";"))
                        .contains(units.byId(unitId).kind());
    }
}
