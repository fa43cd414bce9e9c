package org.mulin.admission.internal;

import java.util.List;
import java.util.stream.Stream;
import org.mulin.policy.Wording;

/** 注册量考核: the wordings by which a task or an app would count registrations, downloads, activity or people. */
record Quotas(List<Wording> wordings) {
    Quotas {
        wordings = List.copyOf(wordings);
    }

    boolean isIn(String... texts) {
        return Stream.of(texts)
                .anyMatch(text ->
                        wordings.stream().anyMatch(wording -> !wording.in(text).isEmpty()));
    }
}
