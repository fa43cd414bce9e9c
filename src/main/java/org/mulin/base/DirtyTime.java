package org.mulin.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times as exports write them: {@code 2019/2/28 11:25:05}, ISO 8601, 2019年2月28日, and Excel's serial days. */
public final class DirtyTime {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:(?:[ T]+|(?<=日) *)(?:凌晨|早上|上午|中午|(?<late>下午|晚上))?\\s*(\\d{1,2})"
            + "(?:[时点]整?|[:：时点](\\d{1,2})(?:[:：分](\\d{1,2})秒?(?:\\.\\d{1,9})?|分)?)\\s*"
            + "(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d{1,20})?");
    /** Excel counts days so that 1 January 1900 is 1 and the leap day that year did not have is 60. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int NOON = 12;
    private static final BigDecimal DAY_S = BigDecimal.valueOf(86_400);

    private DirtyTime() {}

    /** The instant, or null when it is no time. Without an offset it is the city's own time. */
    public static @Nullable Instant read(String text, ZoneId zone) {
        // full-width digits and signs count as plain ones
        String stripped = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        if (SERIAL.matcher(stripped).matches()) {
            long seconds = new BigDecimal(stripped)
                    .multiply(DAY_S)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return SERIAL_ZERO.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant();
        }
        Matcher matcher = WRITTEN.matcher(stripped);
        return matcher.matches() ? written(matcher, zone) : null;
    }

    private static @Nullable Instant written(Matcher matcher, ZoneId zone) {
        try {
            LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            LocalDateTime time = day.atTime(LocalTime.of(hour(matcher), number(matcher, 6), number(matcher, 7)));
            String offset = matcher.group(8);
            return offset == null ? time.atZone(zone).toInstant() : time.toInstant(ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 下午3:20 is 15:20. */
    private static int hour(Matcher matcher) {
        int hour = number(matcher, 5);
        return matcher.group("late") != null && hour < NOON ? hour + NOON : hour;
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
