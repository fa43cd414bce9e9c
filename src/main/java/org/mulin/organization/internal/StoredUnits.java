package org.mulin.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.area.AreasTable;
import org.mulin.base.Absent;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.organization.Appointment;
import org.mulin.organization.Post;
import org.mulin.organization.PostsTable;
import org.mulin.organization.Unit;
import org.mulin.organization.UnitKindsTable;
import org.mulin.organization.Units;
import org.mulin.organization.UnitsTable;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the lasting ids of the pack's units and posts, and answers from memory. */
@Component
class StoredUnits implements Units {
    private final Policy policy;
    private final Areas areas;
    private final UnitRepository stored;
    private final Clock clock;
    private final ReentrantLock following = new ReentrantLock();
    private volatile @Nullable Loaded loaded;

    StoredUnits(Policy policy, Areas areas, UnitRepository stored, Clock clock) {
        this.policy = policy;
        this.areas = areas;
        this.stored = stored;
        this.clock = clock;
        directory();
    }

    /** The directory as some versions of the pack tables have it. */
    private record Loaded(long areas, long units, long posts, UnitDirectory directory) {
        boolean follows(long areasNow, long unitsNow, long postsNow) {
            return areas == areasNow && units == unitsNow && posts == postsNow;
        }
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return directory().byCode(code);
    }

    @Override
    public Unit byId(UUID id) {
        return directory().byId(id).orElseThrow(Absent::new);
    }

    @Override
    public Optional<Unit> nearest(String kind, String areaKey) {
        return directory().nearest(kind, areaKey);
    }

    @Override
    public List<Unit> within(AreaRange range) {
        return directory().within(range);
    }

    @Override
    public List<Post> posts(UUID unitId) {
        return directory().posts(unitId);
    }

    @Override
    public Optional<Post> post(String code) {
        return directory().post(code);
    }

    @Override
    public String kindName(String kind) {
        return policy.current(UnitKindsTable.class).content().getOrDefault(kind, kind);
    }

    @Override
    @Transactional
    public Appointment appoint(UUID accountId, String postCode, LocalDate from) {
        Post post = directory()
                .post(postCode)
                .filter(Post::open)
                .orElseThrow(() -> Refused.of("post-unknown", postCode).at("postCode"));
        stored.endAppointments(accountId, from);
        stored.appoint(accountId, post.id(), from);
        return new Appointment(accountId, byId(post.unitId()), post, from);
    }

    @Override
    public Optional<Appointment> appointmentOf(UUID accountId) {
        LocalDate today = LocalDate.now(clock.withZone(policy.city().zone()));
        return stored.appointment(accountId, today)
                .flatMap(held -> directory()
                        .post(held.postId())
                        .map(post -> new Appointment(accountId, byId(post.unitId()), post, held.from())));
    }

    @Override
    public List<Appointment> appointmentsIn(Collection<UUID> unitIds) {
        UnitDirectory directory = directory();
        LocalDate today = LocalDate.now(clock.withZone(policy.city().zone()));
        return stored.holdersIn(unitIds, today).stream()
                .flatMap(holder -> directory
                        .post(holder.postId())
                        .map(post -> new Appointment(holder.accountId(), byId(post.unitId()), post, holder.from()))
                        .stream())
                .toList();
    }

    @Override
    public Map<UUID, Appointment> appointmentsWithin(AreaRange range) {
        UnitDirectory directory = directory();
        var held = new HashMap<UUID, Appointment>();
        for (UnitRepository.Holder holder :
                stored.holders(LocalDate.now(clock.withZone(policy.city().zone())))) {
            directory.post(holder.postId()).ifPresent(post -> {
                Unit unit = byId(post.unitId());
                if (range.contains(unit.areaKey())) {
                    held.put(holder.accountId(), new Appointment(holder.accountId(), unit, post, holder.from()));
                }
            });
        }
        return held;
    }

    /**
     * Follows the pack: when a new version of areas, units or posts has come into force, the rows are brought in line,
     * by one thread and in a transaction of its own. The others go on with the directory of a moment ago, so that none
     * waits with its connection in its hand.
     */
    private UnitDirectory directory() {
        Versioned<List<Area>> territory = policy.current(AreasTable.class);
        Versioned<List<UnitsTable.Entry>> units = policy.current(UnitsTable.class);
        Versioned<List<PostsTable.Entry>> posts = policy.current(PostsTable.class);
        Loaded last = loaded;
        if (last != null && last.follows(territory.version(), units.version(), posts.version())) {
            return last.directory;
        }
        if (last != null && !following.tryLock()) {
            return last.directory;
        }
        if (last == null) {
            following.lock();
        }
        try {
            UnitDirectory directory = stored.follow(units.content(), posts.content(), areas.tree());
            loaded = new Loaded(territory.version(), units.version(), posts.version(), directory);
            return directory;
        } finally {
            following.unlock();
        }
    }
}
