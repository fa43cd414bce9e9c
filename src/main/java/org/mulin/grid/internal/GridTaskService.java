package org.mulin.grid.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.grid.GridTaskEvent;
import org.mulin.grid.TaskAdmission;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Gives tasks to grids, takes results in, takes tasks back; each once per key, in one transaction. */
@Service
class GridTaskService {
    static final String PHOTO_OWNER = "grid-task-part";
    static final int PHOTOS_MAX = 6;
    private static final int DAYS_MAX = 366;

    private final OnceOnly once;
    private final GridTaskRepository repository;
    private final Areas areas;
    private final Units units;
    private final Policy policy;
    private final Files files;
    private final TaskAdmission admission;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GridTaskService(
            OnceOnly once,
            GridTaskRepository repository,
            Areas areas,
            Units units,
            Policy policy,
            Files files,
            TaskAdmission admission,
            ApplicationEventPublisher events,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.areas = areas;
        this.units = units;
        this.policy = policy;
        this.files = files;
        this.admission = admission;
        this.events = events;
        this.clock = clock;
    }

    /** @param areaCodes of grids */
    record NewTask(
            String kind,
            String title,
            String words,
            LocalDate dueDay,
            List<String> areaCodes,
            @Nullable UUID sourceId) {}

    /** Which task or share, seen in which version, under which key. */
    record Target(UUID id, long version, String key) {}

    /** The answer kept for a repeated key; what the task looks like is read anew each time. */
    record Done(UUID id) {}

    UUID assign(Actor actor, String key, NewTask task) {
        actor.require(GridRights.ASSIGN);
        if (actor.unitId() == null) {
            throw Refused.of("post-missing");
        }
        check(task);
        return once.run(actor, key, Done.class, () -> {
                    Instant now = clock.instant();
                    admission.admit(actor, task.sourceId());
                    Map<UUID, String> stations = stations(actor, task.areaCodes());
                    TaskWorkflow.Applied applied = TaskWorkflow.assign(List.copyOf(stations.keySet()), task.words());
                    repository.insert(applied, task, stations, actor, now);
                    GridTask made = applied.task();
                    events.publishEvent(new GridTaskEvent.Assigned(made.id(), made.openUnits(), task.dueDay(), now));
                    return new Done(made.id());
                })
                .id();
    }

    private void check(NewTask task) {
        if (!policy.current(TaskKindsTable.class).content().containsKey(task.kind())) {
            throw Refused.of("task-kind-unknown", task.kind()).at("kind");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.city().zone());
        if (task.dueDay().isBefore(today) || task.dueDay().isAfter(today.plusDays(DAYS_MAX))) {
            throw Refused.of("task-due-day", today, today.plusDays(DAYS_MAX)).at("dueDay");
        }
    }

    /** The stations of these grids with the grids' keys; what lies out of reach does not exist. */
    private Map<UUID, String> stations(Actor actor, List<String> areaCodes) {
        AreaTree tree = areas.tree();
        Map<String, Unit> byGrid = units.within(actor.scope()).stream()
                .filter(unit -> unit.kind().equals(Unit.GRID_STATION))
                .collect(Collectors.toMap(Unit::areaKey, unit -> unit, (first, second) -> first));
        Map<UUID, String> found = new LinkedHashMap<>();
        for (String code : areaCodes) {
            Area grid = tree.find(code)
                    .filter(area ->
                            area.level() == AreaLevel.GRID && actor.scope().contains(area.key()))
                    .orElseThrow(() -> Refused.of("area-unknown", code).at("areaCodes"));
            Unit station = byGrid.get(grid.key());
            if (station == null) {
                throw Refused.of("grid-unstaffed", grid.name()).at("areaCodes");
            }
            found.put(station.id(), grid.key());
        }
        return found;
    }

    /** One grid has done its share. */
    void finish(Actor actor, Target target, String words, List<UUID> photoIds) {
        actor.require(GridRights.WORK);
        if (photoIds.size() > PHOTOS_MAX) {
            throw Malformed.of("photoIds", "photos-too-many", PHOTOS_MAX);
        }
        once.run(actor, target.key(), Done.class, () -> {
            GridTask task = repository.findByPart(target.id(), actor);
            TaskPart part = task.part(target.id());
            requireCurrent(target.version(), part.version());
            Instant now = clock.instant();
            TaskWorkflow.Applied applied =
                    TaskWorkflow.apply(task, new TaskAction.Finish(part.id(), words), TaskRole.WORKER);
            repository.save(task, applied, actor, now);
            files.claim(photoIds, actor, new FileOwner(PHOTO_OWNER, part.id()));
            boolean whole = applied.task().status() == TaskStatus.DONE;
            events.publishEvent(new GridTaskEvent.Finished(task.id(), part.unitId(), whole, now));
            return new Done(part.id());
        });
    }

    /** The community takes the task back from the grids that have not done it. */
    void withdraw(Actor actor, Target target, String words) {
        actor.require(GridRights.ASSIGN);
        once.run(actor, target.key(), Done.class, () -> {
            GridTask task = repository.find(target.id(), actor);
            requireCurrent(target.version(), task.version());
            Instant now = clock.instant();
            TaskWorkflow.Applied applied = TaskWorkflow.apply(task, new TaskAction.Withdraw(words), TaskRole.ASSIGNER);
            repository.save(task, applied, actor, now);
            events.publishEvent(new GridTaskEvent.Withdrawn(task.id(), task.openUnits(), now));
            return new Done(task.id());
        });
    }

    private static void requireCurrent(long seen, long current) {
        if (seen != current) {
            throw new Stale(current);
        }
    }
}
