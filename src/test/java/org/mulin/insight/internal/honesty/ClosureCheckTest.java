package org.mulin.insight.internal.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.insight.internal.honesty.HonestySignal.COPIED_REPLY;
import static org.mulin.insight.internal.honesty.HonestySignal.LAST_MINUTE;
import static org.mulin.insight.internal.honesty.HonestySignal.PHOTO_FAR;
import static org.mulin.insight.internal.honesty.HonestySignal.PHOTO_OLD;
import static org.mulin.insight.internal.honesty.HonestySignal.PHOTO_REUSED;
import static org.mulin.insight.internal.honesty.HonestySignal.PROMISE_ONLY;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.file.Files.Shot;
import org.mulin.insight.internal.honesty.ClosureCheck.Before;
import org.mulin.insight.internal.honesty.ClosureCheck.EarlierPhoto;
import org.mulin.insight.internal.honesty.ClosureCheck.EarlierReply;
import org.mulin.insight.internal.honesty.ClosureCheck.SeenPhoto;
import org.mulin.ticket.Closure;
import org.mulin.ticket.ClosurePhoto;
import org.mulin.triage.ReplyReader;

/** What makes a report suspicious, and what does not, at each limit. */
class ClosureCheckTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Before NOTHING = new Before(List.of(), List.of());
    private static final String DONE = "维修人员已更换三单元电梯的门机，电梯恢复运行。";

    private final ReplyReader reader = ReplyReader.local();
    private final HonestyRules rules = new HonestyRules(
            Arrays.stream(HonestySignal.values()).map(HonestySignal::ordinary).toList());

    private List<Suspicion> check(String words, @Nullable Instant due, List<SeenPhoto> photos, Before before) {
        Closure closure = new Closure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "20261120-000001",
                "bld-lift",
                "3605",
                UUID.randomUUID(),
                0,
                AT.minus(Duration.ofDays(2)),
                AT,
                due,
                null,
                "电梯坏了",
                words,
                true,
                false);
        return new ClosureCheck(rules)
                .of(closure, reader.read(closure.asked(), words), reader.print(words), photos, before);
    }

    private List<HonestySignal> signals(String words) {
        return check(words, null, List.of(), NOTHING).stream()
                .map(Suspicion::signal)
                .toList();
    }

    private static SeenPhoto photo(@Nullable Long hours, @Nullable Long metres, @Nullable PhotoPrint print) {
        return new SeenPhoto(new ClosurePhoto(UUID.randomUUID(), "a.jpg", new Shot(hours, metres)), print);
    }

    @Test
    void anHonestReportGivesNone() {
        assertThat(check(DONE, AT.plus(Duration.ofHours(5)), List.of(photo(null, 200L, new PhotoPrint(1, 2))), NOTHING))
                .isEmpty();
    }

    @Test
    void aPromiseIsNoResult() {
        assertThat(signals("您反映的问题我们将尽快安排维修，预计下月完成。")).containsExactly(PROMISE_ONLY);
    }

    @Test
    void whoSaysNothingOfTheirOwnCopies() {
        assertThat(signals("您好！您的留言已收悉，感谢您的支持。")).contains(COPIED_REPLY);
    }

    @Test
    void theNearestOfEarlierRepliesIsTheEvidence() {
        EarlierReply same = earlier("您好！" + DONE + "感谢您的监督。2026年10月8日");
        EarlierReply near = earlier("维修人员已更换一单元电梯的钢丝绳，检验后电梯恢复运行。");
        List<Suspicion> found = check(DONE, null, List.of(), new Before(List.of(near, same), List.of()));
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.signal()).isEqualTo(COPIED_REPLY);
            assertThat(each.facts())
                    .containsEntry(Suspicion.ENTRY, same.entryId().toString());
            assertThat(each.facts()).containsEntry(Suspicion.AMOUNT, "1.00");
        });
        assertThat(check(DONE, null, List.of(), new Before(List.of(near), List.of())))
                .as("about the same thing in other words")
                .isEmpty();
    }

    private EarlierReply earlier(String words) {
        return new EarlierReply(UUID.randomUUID(), UUID.randomUUID(), reader.print(words));
    }

    @Test
    void aPhotoThatProvedAnotherTicketProvesNothing() {
        SeenPhoto seen = photo(null, null, new PhotoPrint(0b1111, 0));
        EarlierPhoto close = shown(0b1000, 0);
        EarlierPhoto far = shown(~0b1111L, 0);
        List<Suspicion> found = check(DONE, null, List.of(seen), new Before(List.of(), List.of(far, close)));
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.signal()).isEqualTo(PHOTO_REUSED);
            assertThat(each.facts())
                    .containsEntry(Suspicion.OTHER_PHOTO, close.fileId().toString())
                    .containsEntry(Suspicion.AMOUNT, "3");
        });
        assertThat(check(DONE, null, List.of(seen), new Before(List.of(), List.of(far))))
                .isEmpty();
    }

    private static EarlierPhoto shown(long across, long down) {
        return new EarlierPhoto(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), new PhotoPrint(across, down));
    }

    @Test
    void takenBeforeOrElsewhereIsToldFromTheLimitOn() {
        List<SeenPhoto> photos = List.of(photo(23L, 999L, null), photo(24L, 1000L, null), photo(240L, 900L, null));
        List<Suspicion> found = check(DONE, null, photos, NOTHING);
        assertThat(found).extracting(Suspicion::signal).containsExactly(PHOTO_OLD, PHOTO_FAR);
        assertThat(found.getFirst().facts()).containsEntry(Suspicion.AMOUNT, "240");
        assertThat(check(DONE, null, photos.subList(0, 1), NOTHING)).isEmpty();
    }

    @Test
    void theLastSecondsCountAndTheTimeAfterwardsDoesNot() {
        assertThat(check(DONE, AT.plusSeconds(300), List.of(), NOTHING))
                .extracting(Suspicion::signal)
                .containsExactly(LAST_MINUTE);
        assertThat(check(DONE, AT.plusSeconds(301), List.of(), NOTHING)).isEmpty();
        assertThat(check(DONE, AT.minusSeconds(1), List.of(), NOTHING))
                .as("late")
                .isEmpty();
    }

    @Test
    void weightsAddUpAsFarAsTheyGo() {
        assertThat(HonestyRules.score(List.of(40, 35))).isEqualTo(75);
        assertThat(HonestyRules.score(List.of(60, 50, 40))).isEqualTo(100);
        assertThat(HonestyRules.score(List.of())).isZero();
    }
}
