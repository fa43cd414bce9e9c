package org.mulin.insight.internal.honesty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Closure;
import org.mulin.ticket.ClosurePhoto;
import org.mulin.triage.ReplyKind;
import org.mulin.triage.ReplyPrint;
import org.mulin.triage.ReplyReading;

/** Which signals a report gives, by the rules of the pack alone. */
final class ClosureCheck {
    private final HonestyRules rules;

    ClosureCheck(HonestyRules rules) {
        this.rules = rules;
    }

    /** What another report said. */
    record EarlierReply(UUID entryId, UUID ticketId, ReplyPrint print) {}

    /** A photo that another report showed. */
    record EarlierPhoto(UUID fileId, UUID entryId, UUID ticketId, PhotoPrint print) {}

    /** @param print null when the picture has no look of its own */
    record SeenPhoto(ClosurePhoto photo, @Nullable PhotoPrint print) {}

    /** What a report is held against; each list as long as is looked at. */
    record Before(List<EarlierReply> replies, List<EarlierPhoto> photos) {}

    /** In the order of the signals, each at most once. */
    List<Suspicion> of(Closure closure, ReplyReading reading, ReplyPrint print, List<SeenPhoto> photos, Before before) {
        List<Suspicion> found = new ArrayList<>();
        copied(reading, print, before.replies()).ifPresent(found::add);
        if (reading.kind() == ReplyKind.PROMISE) {
            found.add(Suspicion.of(rules.of(HonestySignal.PROMISE_ONLY), reading.bareForwarding() ? "handed-on" : ""));
        }
        reused(photos, before.photos()).ifPresent(found::add);
        old(photos).ifPresent(found::add);
        far(photos).ifPresent(found::add);
        lastMinute(closure).ifPresent(found::add);
        found.removeIf(each -> each.weight() == 0);
        return found;
    }

    /** The next best share is as good, so the first of the greatest is told. */
    private Optional<Suspicion> copied(ReplyReading reading, ReplyPrint print, List<EarlierReply> earlier) {
        HonestyRule rule = rules.of(HonestySignal.COPIED_REPLY);
        if (print.isEmpty()) {
            return Optional.of(Suspicion.of(rule, share(1)));
        }
        double from =
                reading.bareForwarding() ? Math.min(rule.degree(), ReplyPrint.SAME_FORWARDING_FROM) : rule.degree();
        return earlier.stream()
                .filter(each -> print.shareIn(each.print()) >= from)
                .max(Comparator.comparingDouble(each -> print.shareIn(each.print())))
                .map(each -> Suspicion.of(rule, share(print.shareIn(each.print())))
                        .with(Suspicion.ENTRY, each.entryId())
                        .with(Suspicion.TICKET, each.ticketId()));
    }

    private Optional<Suspicion> reused(List<SeenPhoto> photos, List<EarlierPhoto> earlier) {
        HonestyRule rule = rules.of(HonestySignal.PHOTO_REUSED);
        Suspicion nearest = null;
        int least = Integer.MAX_VALUE;
        for (SeenPhoto photo : photos) {
            PhotoPrint print = photo.print();
            if (print == null) {
                continue;
            }
            for (EarlierPhoto other : earlier) {
                int bits = print.distance(other.print());
                if (bits <= rule.degree() && bits < least) {
                    least = bits;
                    nearest = Suspicion.of(rule, bits)
                            .with(Suspicion.PHOTO, photo.photo().fileId())
                            .with(Suspicion.OTHER_PHOTO, other.fileId())
                            .with(Suspicion.ENTRY, other.entryId())
                            .with(Suspicion.TICKET, other.ticketId());
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private Optional<Suspicion> old(List<SeenPhoto> photos) {
        return most(HonestySignal.PHOTO_OLD, photos, photo -> photo.shot().hoursBefore());
    }

    private Optional<Suspicion> far(List<SeenPhoto> photos) {
        return most(HonestySignal.PHOTO_FAR, photos, photo -> photo.shot().distance_m());
    }

    private interface Amount {
        @Nullable
        Long of(ClosurePhoto photo);
    }

    /** Of the photos beyond the limit, the one farthest beyond. */
    private Optional<Suspicion> most(HonestySignal signal, List<SeenPhoto> photos, Amount amount) {
        HonestyRule rule = rules.of(signal);
        Suspicion worst = null;
        long most = -1;
        for (SeenPhoto photo : photos) {
            Long much = amount.of(photo.photo());
            if (much != null && much >= rule.degree() && much > most) {
                most = much;
                worst = Suspicion.of(rule, much)
                        .with(Suspicion.PHOTO, photo.photo().fileId());
            }
        }
        return Optional.ofNullable(worst);
    }

    private Optional<Suspicion> lastMinute(Closure closure) {
        HonestyRule rule = rules.of(HonestySignal.LAST_MINUTE);
        if (closure.dueAt() == null) {
            return Optional.empty();
        }
        long left_s = Duration.between(closure.at(), closure.dueAt()).toSeconds();
        return left_s >= 0 && left_s <= rule.degree() ? Optional.of(Suspicion.of(rule, left_s)) : Optional.empty();
    }

    /** An author says otherwise. */
    Optional<Suspicion> disagreed(int satisfaction) {
        HonestyRule rule = rules.of(HonestySignal.RESIDENT_DISAGREES);
        return rule.weight() == 0 ? Optional.empty() : Optional.of(Suspicion.of(rule, satisfaction));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
