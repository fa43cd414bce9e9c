package org.mulin.insight.internal.honesty;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 疑点信号: why a report that a ticket is done may not be true; each with its ordinary weight and limit. */
public enum HonestySignal {
    /** 答复雷同: so great a share of the reply stands in the reply to another ticket. */
    COPIED_REPLY(40, 0.8),
    /** 以承诺代结果: it says what is to come, or that it was handed on, and reports no act. */
    PROMISE_ONLY(35, null),
    /** 照片重复使用: the picture proves another ticket too; it differs from it in so few of 128 bits. */
    PHOTO_REUSED(50, 10.0),
    /** 照片早于诉求: taken so many hours before the ticket was opened. */
    PHOTO_OLD(30, 24.0),
    /** 照片异地: taken so many metres from the ticket's point. */
    PHOTO_FAR(30, 1000.0),
    /** 卡点办结: reported so few seconds before the deadline. */
    LAST_MINUTE(15, 300.0),
    /** 居民认为未解决: an author judged that it is not solved. */
    RESIDENT_DISAGREES(60, null);

    private final int weight;
    private final @Nullable Double limit;

    HonestySignal(int weight, @Nullable Double limit) {
        this.weight = weight;
        this.limit = limit;
    }

    /** As packs write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HonestySignal ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(HonestySignal::word).toArray(String[]::new);
    }

    HonestyRule ordinary() {
        return new HonestyRule(this, weight, limit);
    }
}
