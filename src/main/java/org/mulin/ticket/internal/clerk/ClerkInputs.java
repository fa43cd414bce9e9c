package org.mulin.ticket.internal.clerk;

import static org.mulin.ticket.internal.TicketInputs.full;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.FieldProblem;
import org.mulin.base.Malformed;
import org.mulin.base.Written;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.ClerkOutcome;
import org.mulin.ticket.internal.NewAppeal;
import org.mulin.ticket.internal.Phones;
import org.mulin.ticket.internal.PlaceInput;

/** What the intake page sends. */
final class ClerkInputs {
    /** Longest words of one appeal, in chars: a call of half an hour. */
    static final int WORDS_MAX = 5_000;

    private static final int CODE_MAX = 64;
    private static final int NAME_MAX = 50;
    private static final int PHONE_MAX = 30;
    /** By which somebody comes to a clerk; the other channels have no clerk between. */
    private static final Set<Channel> BY_CLERK = Set.of(Channel.HOTLINE, Channel.COUNTER, Channel.MAILBOX);

    private ClerkInputs() {}

    /** What is done with the appeal at once. */
    enum Outcome {
        DISPATCH,
        INFORM,
        DECLINE
    }

    /** Who tells it: anonymous when both are missing. */
    record Caller(
            @Nullable @Size(max = NAME_MAX) String name,
            @Nullable @Size(max = PHONE_MAX) String phone) {
        static final Caller ANONYMOUS = new Caller(null, null);

        @Nullable
        String phoneAt(String field) {
            String given = full(phone);
            if (given != null && !Phones.isPhone(given)) {
                throw Malformed.of(field, "contact-phone-invalid");
            }
            return given == null ? null : Phones.plain(given);
        }
    }

    /**
     * @param matterCode chosen by the clerk; null leaves it to the machine
     * @param answer what the caller is told, for an answer at once or a refusal; {编号} stands for the number
     * @param reasonCode of a refusal
     */
    record NewTicketInput(
            @NotNull Channel channel,
            @Nullable @Valid Caller caller,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Valid PlaceInput place,
            @NotNull Boolean confidential,
            @Nullable @Size(max = CODE_MAX) String matterCode,
            @NotNull Outcome outcome,
            @Nullable @Size(max = WORDS_MAX) String answer,
            @Nullable @Size(max = CODE_MAX) String reasonCode) {

        ClerkOutcome wanted() {
            List<FieldProblem> problems = new ArrayList<>();
            if (outcome != Outcome.DISPATCH && !isWritten(answer)) {
                problems.add(FieldProblem.of("answer", "field-required"));
            }
            if (outcome == Outcome.DECLINE && !isWritten(reasonCode)) {
                problems.add(FieldProblem.of("reasonCode", "field-required"));
            }
            if (!problems.isEmpty()) {
                throw new Malformed(problems);
            }
            return switch (outcome) {
                case DISPATCH -> new ClerkOutcome.Dispatch();
                case INFORM -> new ClerkOutcome.Inform(Objects.requireNonNull(answer));
                case DECLINE ->
                    new ClerkOutcome.Decline(Objects.requireNonNull(reasonCode), Objects.requireNonNull(answer));
            };
        }

        private static boolean isWritten(@Nullable String text) {
            return text != null && !text.isBlank() && Written.Check.isVisible(text);
        }

        NewAppeal appeal(Instant now) {
            return ClerkInputs.appeal(channel, caller, words, place, confidential, full(matterCode), now);
        }
    }

    /** @param version of the ticket that the clerk saw */
    record JoinInput(
            @NotNull Channel channel,
            @Nullable @Valid Caller caller,
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Valid PlaceInput place,
            @NotNull Boolean confidential,
            @NotNull @Min(1) Long version) {
        NewAppeal appeal(Instant now) {
            return ClerkInputs.appeal(channel, caller, words, place, confidential, null, now);
        }
    }

    record DraftInput(
            @NotBlank @Written @Size(max = WORDS_MAX) String words,
            @NotNull @Valid PlaceInput place,
            @Nullable @Size(max = CODE_MAX) String matterCode) {
        NewAppeal appeal(Instant now) {
            return ClerkInputs.appeal(Channel.HOTLINE, null, words, place, false, full(matterCode), now);
        }
    }

    record CallerInput(@NotBlank @Size(max = PHONE_MAX) String phone) {}

    private static NewAppeal appeal(
            Channel channel,
            @Nullable Caller given,
            String words,
            PlaceInput place,
            boolean confidential,
            @Nullable String matterCode,
            Instant now) {
        if (!BY_CLERK.contains(channel)) {
            throw Malformed.of("channel", "field-invalid");
        }
        Caller caller = given == null ? Caller.ANONYMOUS : given;
        return new NewAppeal(
                        channel,
                        null,
                        null,
                        "",
                        words,
                        now,
                        place.given(),
                        confidential,
                        full(caller.name()),
                        caller.phoneAt("caller.phone"),
                        List.of())
                .about(matterCode);
    }
}
