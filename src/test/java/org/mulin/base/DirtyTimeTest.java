package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirtyTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2019/2/28 11:25:05, 2019-02-28T11:25:05",
        "2019-02-28, 2019-02-28T00:00:00",
        "2019-02-28 9:05, 2019-02-28T09:05:00",
        "2019-02-28T11:25:05.123, 2019-02-28T11:25:05",
        "2019年2月28日 11时25分5秒, 2019-02-28T11:25:05",
        "2019.2.28 11:25:05, 2019-02-28T11:25:05",
        "2019年3月4日 10点, 2019-03-04T10:00",
        "2019年3月4日10点30分, 2019-03-04T10:30",
        "2019年3月4日 10时整, 2019-03-04T10:00",
        "2019/3/4 下午3:20, 2019-03-04T15:20",
        "2019年3月4日上午10点30分, 2019-03-04T10:30",
        "2019-03-04 晚上 8:05, 2019-03-04T20:05",
        "2019-03-04 中午12:10, 2019-03-04T12:10",
        "2019-03-04 中午11:50, 2019-03-04T11:50",
        "２０１９年３月４日　１０：０５, 2019-03-04T10:05",
        "２０１９－０３－０４, 2019-03-04T00:00",
        "'  2019/2/28  11:25:05 ', 2019-02-28T11:25:05",
        // as in real exports, side by side with the above
        "43856.8244, 2020-01-26T19:47:08",
        "43513.5, 2019-02-17T12:00:00",
        "43524, 2019-02-28T00:00:00",
        "43524.999999, 2019-03-01T00:00:00"
    })
    void readsWhatExportsWrite(String written, LocalDateTime time) {
        assertThat(DirtyTime.read(written, SHANGHAI))
                .isEqualTo(time.atZone(SHANGHAI).toInstant());
    }

    @Test
    void anOffsetIsTakenAtItsWord() {
        assertThat(DirtyTime.read("2019-02-28T11:25:05Z", SHANGHAI)).isEqualTo(Instant.parse("2019-02-28T11:25:05Z"));
        assertThat(DirtyTime.read("2019-02-28T11:25:05+08:00", SHANGHAI))
                .isEqualTo(Instant.parse("2019-02-28T03:25:05Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019/2/30 11:25:05",
                "2019/13/1",
                "2019/2/28 25:00:00",
                "2019/2/28 11:60",
                "昨天",
                "",
                "11:25",
                "1234",
                "2019/2/2811:25",
                "2019/2/28 11",
                "123456.7",
                "2019/2/28 11:25:05 +99:00",
                "43856.8244.1"
            })
    void refusesWhatIsNoTime(String written) {
        assertThat(DirtyTime.read(written, SHANGHAI)).isNull();
    }

    /** Excel keeps a double: whatever second it was made from comes back. */
    @Property(seed = "20261123")
    void serialsComeBackToTheSecond(@ForAll @LongRange(min = 500_000_000, max = 2_000_000_000) long epoch_s) {
        Instant time = Instant.ofEpochSecond(epoch_s);
        LocalDateTime zero = LocalDateTime.of(1899, 12, 30, 0, 0);
        long seconds = ChronoUnit.SECONDS.between(zero, LocalDateTime.ofInstant(time, SHANGHAI));
        double serial = BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(86_400), 15, RoundingMode.HALF_UP)
                .doubleValue();
        assertThat(DirtyTime.read(
                        new BigDecimal(serial).toPlainString().replaceAll("(\\.\\d{20})\\d*", "$1"), SHANGHAI))
                .isEqualTo(
                        LocalDateTime.ofInstant(time, SHANGHAI).atZone(SHANGHAI).toInstant());
    }
}
