package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.DecisionViews.DangerView;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whom else to turn to, told while somebody writes, to anybody: the line to call when the words tell of danger to
 * life, the way that is open for what is settled elsewhere. Nothing is kept, and nothing refused by it.
 */
@RestController
class OtherWaysController {
    private static final int WORDS_MAX = 4_000;

    private final Dispatcher dispatcher;
    private final Policy policy;
    private final Names names;

    OtherWaysController(Dispatcher dispatcher, Policy policy, Names names) {
        this.dispatcher = dispatcher;
        this.policy = policy;
        this.names = names;
    }

    record WordsSoFar(@NotNull @Size(max = WORDS_MAX) String words) {}

    /** 不予受理情形: what this channel is not for, by these words, and the way that is open instead. */
    record WayView(String code, String text, String wayOpen, List<String> words) {}

    /** @param dangers whom to call first of all */
    record OtherWaysView(List<DangerView> dangers, List<WayView> ways) {}

    @PostMapping("/api/other-ways")
    OtherWaysView find(@RequestBody @Valid WordsSoFar body) {
        String words = body.words();
        return new OtherWaysView(
                names.dangers(dispatcher.session().dangers(words)),
                policy.current(DeclineReasonsTable.class).content().stream()
                        .map(reason -> new WayView(
                                reason.code(),
                                reason.text(),
                                Objects.requireNonNull(reason.wayOpen()),
                                reason.wording().in(words)))
                        .filter(way -> !way.words().isEmpty())
                        .toList());
    }
}
