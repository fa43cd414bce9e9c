package org.mulin.ticket.internal.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.DirtyTime;
import org.mulin.base.Written;
import org.mulin.file.RawRow;
import org.mulin.job.RejectedRow;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.GivenPlace;
import org.mulin.ticket.internal.NewAppeal;
import org.mulin.ticket.internal.Phones;

/**
 * Makes an appeal out of a row, or says what is wrong with it: line, field and code of the first fault. A phone that is
 * none is left out and remarked: no appeal is lost for it.
 */
final class AppealReader {
    /** A clock that goes a little fast is no reason to send a row back. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(10);
    /** Before the first hotline; an earlier time is a slip. */
    private static final Instant EARLIEST = Instant.parse("1983-01-01T00:00:00Z");

    /**
     * Either an appeal, perhaps with a remark, or a rejected row.
     *
     * @param remark what was left out of the appeal
     */
    record Read(
            @Nullable NewAppeal appeal,
            @Nullable RejectedRow rejected,
            @Nullable RejectedRow remark) {}

    private final List<String> columns;
    private final ImportMapping mapping;
    private final Channel channel;
    private final ZoneId zone;

    AppealReader(List<String> columns, ImportMapping mapping, Channel channel, ZoneId zone) {
        this.columns = columns;
        this.mapping = mapping;
        this.channel = channel;
        this.zone = zone;
    }

    Read read(RawRow row, Instant now) {
        if (row.fault() != null) {
            return rejected(row, row.faultAt(), row.fault());
        }
        String subject = cell(row, mapping.subject());
        String body = cell(row, mapping.body());
        if (!Written.Check.isVisible(subject) && !Written.Check.isVisible(body)) {
            return rejected(row, mapping.body() == null ? "subject" : "body", "import-text-empty");
        }
        if (subject.length() + body.length() > NewAppeal.WORDS_MAX) {
            return rejected(row, "body", "import-text-too-long", String.valueOf(NewAppeal.WORDS_MAX));
        }
        String id = cell(row, mapping.id()).strip();
        if (id.length() > NewAppeal.EXTERNAL_ID_MAX) {
            return rejected(row, "id", "import-cell-too-long", String.valueOf(NewAppeal.EXTERNAL_ID_MAX));
        }
        String name =
                orElse(cell(row, mapping.name()), cell(row, mapping.user())).strip();
        String phone = cell(row, mapping.phone()).strip();
        if (Math.max(name.length(), phone.length()) > NewAppeal.CONTACT_MAX) {
            String field = name.length() > NewAppeal.CONTACT_MAX ? "name" : "phone";
            return rejected(row, field, "import-cell-too-long", String.valueOf(NewAppeal.CONTACT_MAX));
        }
        return timed(row, subject, body, id, name, phone, now);
    }

    private Read timed(RawRow row, String subject, String body, String id, String name, String phone, Instant now) {
        String time = cell(row, mapping.time());
        Instant at = time.isBlank() ? now : DirtyTime.read(time, zone);
        if (at == null) {
            return rejected(row, "time", "import-time-invalid", excerpt(time));
        }
        if (at.isAfter(now.plus(AHEAD_MAX)) || at.isBefore(EARLIEST)) {
            return rejected(
                    row, "time", at.isBefore(EARLIEST) ? "import-time-early" : "import-time-future", excerpt(time));
        }
        String target = cell(row, mapping.target());
        Instant dueAt = target.isBlank() ? null : DirtyTime.read(target, zone);
        if (!target.isBlank() && dueAt == null) {
            return rejected(row, "target", "import-time-invalid", excerpt(target));
        }
        if (dueAt != null && dueAt.isBefore(at)) {
            return rejected(row, "target", "import-target-early", excerpt(target));
        }
        NewAppeal appeal = appeal(
                row, subject, body, id.isEmpty() ? fingerprint(subject, body, time, name, phone) : id, at, name, phone);
        return new Read(
                mapping.target() == null ? appeal : appeal.clockedBy(new NewAppeal.Upstream(dueAt)),
                null,
                isUsable(phone) ? null : noted(row, "phone", "import-phone-left-out"));
    }

    private static boolean isUsable(String phone) {
        return phone.isEmpty() || Phones.isPhone(phone);
    }

    private NewAppeal appeal(
            RawRow row, String subject, String body, String id, Instant at, String name, String phone) {
        String address = cell(row, mapping.address()).strip();
        GivenPlace place = address.isEmpty() ? GivenPlace.NONE : new GivenPlace(null, null, null, bounded(address));
        return new NewAppeal(
                channel,
                id,
                null,
                subject,
                body,
                at,
                place,
                false,
                name.isEmpty() ? null : name,
                phone.isEmpty() || !isUsable(phone) ? null : phone,
                List.of());
    }

    /** A row without an id is known by its content, so that importing it again adds nothing. */
    private static String fingerprint(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String cell(RawRow row, @Nullable String column) {
        int index = column == null ? -1 : columns.indexOf(column);
        return index < 0 ? "" : row.cells().get(index);
    }

    private static String orElse(String first, String second) {
        return first.isBlank() ? second : first;
    }

    private static String bounded(String address) {
        return address.length() > 200 ? address.substring(0, 200) : address;
    }

    private static String excerpt(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }

    private static Read rejected(RawRow row, String field, String code, String... arguments) {
        return new Read(null, noted(row, field, code, arguments), null);
    }

    private static RejectedRow noted(RawRow row, String field, String code, String... arguments) {
        return new RejectedRow(row.line(), field, code, List.of(arguments), row.cells());
    }
}
