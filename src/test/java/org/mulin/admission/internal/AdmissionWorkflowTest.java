package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mulin.admission.internal.AdmissionRequest.Voice;
import org.mulin.admission.internal.AdmissionWorkflow.Applied;
import org.mulin.base.Refused;

class AdmissionWorkflowTest {
    private static final int HALF = 50;
    private static final Instant UNTIL = Instant.parse("2026-12-04T09:30:00Z");
    private static final Set<AdmissionRole> ALL = EnumSet.allOf(AdmissionRole.class);

    private static AdmissionTerms terms(int times, int money) {
        return new AdmissionTerms(
                ItemKind.SERVICE,
                "楼道整治",
                "入户动员",
                "依据",
                times,
                Per.MONTH,
                BigDecimal.TWO,
                money,
                0,
                "",
                null,
                List.of(),
                null,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 11, 30));
    }

    private static AdmissionRequest request(AdmissionStatus status, int communities, boolean throughStreet) {
        List<Voice> voices = IntStream.range(0, communities)
                .mapToObj(i -> new Voice(new UUID(1, i), "3605", null))
                .toList();
        return new AdmissionRequest(
                new UUID(0, 1),
                "ZR2026-0001",
                terms(10, 0),
                status,
                1,
                UNTIL,
                voices,
                throughStreet,
                false,
                new UUID(0, 2),
                "3605",
                1);
    }

    private static AdmissionAction action(AdmissionActionKind kind, int lighter) {
        return switch (kind) {
            case VOTE -> new AdmissionAction.Vote(new UUID(1, 0), true, "不是我们的事");
            case RESUBMIT -> new AdmissionAction.Resubmit(terms(10 - lighter, 0), UNTIL, "减为一半");
            case ACCEPT -> new AdmissionAction.Accept(LocalDate.of(2027, 5, 31), "同意");
            default -> new AdmissionAction.Plain(kind, "好");
        };
    }

    static Stream<Arguments> everyStatusAndAction() {
        return Arrays.stream(AdmissionStatus.values())
                .flatMap(status -> Arrays.stream(AdmissionActionKind.values()).map(kind -> Arguments.of(status, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndAction")
    void everyActionInEveryStatusDoesWhatTheTableSaysOrIsRefused(AdmissionStatus status, AdmissionActionKind kind) {
        for (AdmissionRole role : AdmissionRole.values()) {
            AdmissionRequest request = request(status, 3, true);
            List<AdmissionStep> rows = AdmissionWorkflow.STEPS.stream()
                    .filter(step -> step.from() == status && step.action() == kind)
                    .toList();
            boolean mine = rows.stream().anyMatch(step -> step.role() == role);
            assertThat(AdmissionWorkflow.allowed(request, Set.of(role)).contains(kind))
                    .isEqualTo(mine);
            if (mine) {
                Applied applied = AdmissionWorkflow.apply(request, action(kind, 5), Set.of(role), HALF);
                assertThat(rows)
                        .extracting(AdmissionStep::to)
                        .contains(applied.request().status());
                assertThat(applied.entry().number())
                        .isEqualTo(applied.request().version())
                        .isEqualTo(2);
            } else {
                assertThatThrownBy(() -> AdmissionWorkflow.apply(request, action(kind, 5), Set.of(role), HALF))
                        .isInstanceOf(Refused.class)
                        .hasMessage(rows.isEmpty() ? "admission-step" : "admission-role");
            }
        }
    }

    /** Nine of twelve say no: half is enough, three quarters is just enough, four fifths is not. */
    @Test
    void vetoesAreCountedAgainstAllWhoWereAsked() {
        assertThat(voted(12, 9, 50)).isEqualTo(AdmissionStatus.VETOED);
        assertThat(voted(12, 9, 75)).isEqualTo(AdmissionStatus.VETOED);
        assertThat(voted(12, 9, 80)).isEqualTo(AdmissionStatus.STREET);
        assertThat(voted(12, 5, 50)).isEqualTo(AdmissionStatus.STREET);
        assertThat(voted(12, 6, 50)).isEqualTo(AdmissionStatus.VETOED);
    }

    private static AdmissionStatus voted(int communities, int vetoes, int percent) {
        AdmissionRequest request = request(AdmissionStatus.VOTING, communities, true);
        for (int i = 0; i < communities; i++) {
            assertThat(request.status()).isEqualTo(AdmissionStatus.VOTING);
            request = AdmissionWorkflow.apply(
                            request, new AdmissionAction.Vote(new UUID(1, i), i < vetoes, "理由"), ALL, percent)
                    .request();
        }
        return request.status();
    }

    /** Who says nothing does not veto. */
    @Test
    void whenTimeIsOverSilenceIsNoVeto() {
        AdmissionRequest request = request(AdmissionStatus.VOTING, 4, false);
        request = AdmissionWorkflow.apply(request, action(AdmissionActionKind.VOTE, 0), ALL, HALF)
                .request();
        request = AdmissionWorkflow.apply(request, action(AdmissionActionKind.CLOSE, 0), ALL, HALF)
                .request();
        assertThat(request.status()).isEqualTo(AdmissionStatus.COUNTY);
    }

    @Test
    void whatComesAgainAsksLessOrBringsMore() {
        AdmissionRequest vetoed = request(AdmissionStatus.VETOED, 2, true);
        assertThatThrownBy(() -> AdmissionWorkflow.apply(vetoed, action(AdmissionActionKind.RESUBMIT, 0), ALL, HALF))
                .hasMessage("admission-not-lighter");
        var paid = new AdmissionAction.Resubmit(terms(10, 20_000), UNTIL, "增加经费");
        AdmissionRequest again =
                AdmissionWorkflow.apply(vetoed, paid, ALL, HALF).request();
        assertThat(again.status()).isEqualTo(AdmissionStatus.VOTING);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.voices()).allMatch(Voice::isOpen);
    }

    /** Random lives against what the rules say in words. */
    @Property(tries = 1_000, seed = "20261129")
    void randomLivesMatchANaiveModel(
            @ForAll @IntRange(min = 1, max = 6) int communities,
            @ForAll boolean throughStreet,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 99) Integer> moves) {
        AdmissionRequest request = request(AdmissionStatus.VOTING, communities, throughStreet);
        var naive = new Naive(communities, throughStreet);
        List<AdmissionWorkflow.Entry> history = new ArrayList<>();
        for (int move : moves) {
            AdmissionActionKind kind = AdmissionActionKind.values()[move % AdmissionActionKind.values().length];
            int who = move / 10 % communities;
            boolean veto = move % 2 == 0;
            boolean lighter = move % 3 > 0;
            AdmissionAction action = switch (kind) {
                case VOTE -> new AdmissionAction.Vote(new UUID(1, who), veto, "理由");
                case RESUBMIT ->
                    new AdmissionAction.Resubmit(
                            lighter
                                    ? terms(
                                            request.terms().times(),
                                            request.terms().moneyYuan() + 1)
                                    : request.terms(),
                            UNTIL,
                            "再报");
                default -> action(kind, 0);
            };
            boolean did;
            try {
                Applied applied = AdmissionWorkflow.apply(request, action, ALL, HALF);
                request = applied.request();
                history.add(applied.entry());
                did = true;
            } catch (Refused refused) {
                did = false;
            }
            assertThat(did).as(kind + " in " + naive.state).isEqualTo(naive.move(kind, who, veto, lighter));
            assertThat(request.status().name()).isEqualTo(naive.state);
            assertThat(request.vetoes()).isEqualTo(naive.vetoes());
            assertThat(request.version()).isEqualTo(history.size() + 1L);
            if (!history.isEmpty()) {
                assertThat(history.getLast().to()).isEqualTo(request.status());
            }
            boolean over = Set.of("WITHDRAWN", "EXPIRED").contains(naive.state);
            assertThat(AdmissionWorkflow.allowed(request, ALL).isEmpty()).isEqualTo(over);
        }
    }

    /** The same life without a table. */
    private static final class Naive {
        private final boolean throughStreet;
        private final int[] votes;
        private String state = "VOTING";

        Naive(int communities, boolean throughStreet) {
            this.votes = new int[communities];
            this.throughStreet = throughStreet;
        }

        long vetoes() {
            return Arrays.stream(votes).filter(vote -> vote == 2).count();
        }

        boolean move(AdmissionActionKind kind, int who, boolean veto, boolean lighter) {
            switch (kind.name() + " " + state) {
                case "VOTE VOTING" -> {
                    votes[who] = veto ? 2 : 1;
                    if (Arrays.stream(votes).noneMatch(vote -> vote == 0)) {
                        count();
                    }
                }
                case "CLOSE VOTING" -> count();
                case "ENDORSE STREET" -> state = "COUNTY";
                case "REJECT STREET", "REJECT COUNTY" -> state = "REJECTED";
                case "ACCEPT COUNTY" -> state = "ACCEPTED";
                case "LIST ACCEPTED" -> {}
                case "EXPIRE ACCEPTED" -> state = "EXPIRED";
                case "WITHDRAW VOTING", "WITHDRAW VETOED", "WITHDRAW STREET", "WITHDRAW COUNTY" -> state = "WITHDRAWN";
                case "RESUBMIT VETOED", "RESUBMIT REJECTED" -> {
                    if (!lighter) {
                        return false;
                    }
                    Arrays.fill(votes, 0);
                    state = "VOTING";
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void count() {
            boolean vetoed = 2 * vetoes() >= votes.length;
            state = vetoed ? "VETOED" : throughStreet ? "STREET" : "COUNTY";
        }
    }
}
