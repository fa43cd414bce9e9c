package org.mulin.insight.internal.honesty;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.insight.internal.honesty.ClosureCheck.Before;
import org.mulin.insight.internal.honesty.ClosureCheck.SeenPhoto;
import org.mulin.insight.internal.honesty.HonestyRepository.Kept;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyVerdictInput;
import org.mulin.policy.Policy;
import org.mulin.ticket.Closure;
import org.mulin.ticket.Closures;
import org.mulin.triage.ReplyPrint;
import org.mulin.triage.ReplyReader;
import org.mulin.triage.ReplyReading;
import org.springframework.stereotype.Service;

/** Checks reports that tickets are done, and keeps what reviewers find. */
@Service
class HonestyService {
    private final OnceOnly once;
    private final HonestyRepository repository;
    private final Closures closures;
    private final ReplyReader reader;
    private final Policy policy;
    private final Audit audit;
    private final Clock clock;

    HonestyService(
            OnceOnly once,
            HonestyRepository repository,
            Closures closures,
            ReplyReader reader,
            Policy policy,
            Audit audit,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.closures = closures;
        this.reader = reader;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the caller's transaction; a report that was checked already is left as it is. */
    void check(Closure closure) {
        if (repository.isKnown(closure.entryId())) {
            return;
        }
        ReplyReading reading = reader.read(closure.asked(), closure.words());
        ReplyPrint print = reader.print(closure.words());
        List<SeenPhoto> photos = closures.photos(closure).stream()
                .map(photo -> new SeenPhoto(
                        photo,
                        Pictures.small(closures.picture(closure.entryId(), photo.fileId()))
                                .flatMap(PhotoPrint::of)
                                .orElse(null)))
                .toList();
        Before before = new Before(repository.repliesBefore(closure), repository.photosLike(closure, photos));
        List<Suspicion> found = check().of(closure, reading, print, photos, before);
        repository.insert(closure, reading.kind(), print, photos, found);
    }

    /** An author says that what was reported is not solved; told twice it counts once. */
    void disagreed(Closure closure, int satisfaction) {
        check().disagreed(satisfaction).ifPresent(suspicion -> repository.add(closure.entryId(), suspicion));
    }

    private ClosureCheck check() {
        return new ClosureCheck(policy.current(HonestyTable.class).content());
    }

    private boolean isReopened(UUID entryId) {
        return closures.of(List.of(entryId)).values().stream().anyMatch(Closure::reopened);
    }

    private record Done(UUID entryId) {}

    /** A verdict may be corrected; the trail keeps each. */
    void review(Actor actor, UUID entryId, String key, HonestyVerdictInput input) {
        once.run(actor, key, Done.class, () -> {
            Kept before = repository.find(entryId, actor.scope());
            if (before.version() != input.version()) {
                throw new Stale(before.version());
            }
            if (input.verdict() == HonestyVerdict.SOLVED && isReopened(entryId)) {
                throw Refused.of("closure-reopened").at("verdict");
            }
            boolean back = input.verdict() == HonestyVerdict.UNSOLVED && input.sendBack();
            if (back) {
                closures.of(List.of(entryId))
                        .values()
                        .forEach(closure -> closures.sendBack(actor, closure, input.said()));
            }
            repository.judge(before, input.verdict(), input.said(), actor, back, clock.instant());
            String act = input.verdict() == HonestyVerdict.UNSOLVED ? "honesty.unsolved" : "honesty.solved";
            audit.record(
                    actor,
                    Audit.Act.of(act, "closure", entryId).with("ticket=" + before.ticketId() + ";sentBack=" + back));
            return new Done(entryId);
        });
    }
}
