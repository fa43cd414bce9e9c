package org.mulin.admission.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;

/** 社区工作事项准入清单: of list, sender, place and day follows whether a task may be asked, and by which rule not. */
record AdmissionList(List<AdmissionItem> items) {
    AdmissionList {
        items = List.copyOf(items);
    }

    /** A task as somebody wants to send it to one community. */
    record Asked(String code, Unit sender, String community, LocalDate day) {}

    /**
     * The line that allows the task.
     *
     * @param covers whether an area of the list (by its code) holds the community
     * @param sentSince how often the community got it on or after a day
     * @throws Refused naming the rule that forbids it
     */
    AdmissionItem admit(Asked asked, Predicate<String> covers, SentSince sentSince) {
        AdmissionItem item = find(asked.code(), asked.day())
                .orElseThrow(
                        () -> Refused.of("admission-not-listed", asked.code()).at("itemCode"));
        if (!item.inForce(asked.day())) {
            throw item.from().isAfter(asked.day())
                    ? Refused.of("admission-not-begun", item.name(), item.from())
                            .at("itemCode")
                    : Refused.of("admission-expired", item.name(), String.valueOf(item.to()))
                            .at("itemCode");
        }
        if (!item.isSentBy(asked.sender())) {
            throw Refused.of("admission-not-yours", item.name(), asked.sender().name())
                    .at("itemCode");
        }
        if (!item.areas().isEmpty() && item.areas().stream().noneMatch(covers)) {
            throw Refused.of("admission-elsewhere", item.name(), asked.community())
                    .at("unitIds");
        }
        if (sentSince.count(item.per().begin(asked.day())) >= item.times()) {
            throw Refused.of("admission-too-often", item.name(), item.per().textCode(), item.times(), asked.community())
                    .at("unitIds");
        }
        return item;
    }

    /**
     * The line that a task sent under {@code item} is about rather: one that the sender may not use.
     *
     * @param alike percent in common from which on words are about a line
     */
    Optional<AdmissionItem> inDisguise(
            AdmissionItem item, Unit sender, LocalDate day, String title, String words, int alike) {
        int own = likeness(item, title, words);
        return inForce(day).stream()
                .filter(other -> other.kind() != ItemKind.PLATFORM && !other.isSentBy(sender))
                .filter(other -> likeness(other, title, words) >= Math.max(alike, own + 1))
                .max(Comparator.comparing(other -> likeness(other, title, words)));
    }

    /** By title and words together; by the title alone when many words hide what it is about. */
    private static int likeness(AdmissionItem item, String title, String words) {
        return Math.max(
                Alike.percent(title + " " + words, item.name() + " " + item.about()),
                Alike.percentOfSome(title, item.name()));
    }

    @FunctionalInterface
    interface SentSince {
        int count(LocalDate begin);
    }

    /** The line in force on the day; where none is, the one that comes next to it, so that it can be said why not. */
    Optional<AdmissionItem> find(String code, LocalDate day) {
        List<AdmissionItem> lines =
                items.stream().filter(item -> item.code().equals(code)).toList();
        return lines.stream()
                .filter(item -> item.inForce(day))
                .findFirst()
                .or(() -> lines.stream().max(Comparator.comparing(AdmissionItem::from)));
    }

    List<AdmissionItem> inForce(LocalDate day) {
        return items.stream().filter(item -> item.inForce(day)).toList();
    }
}
