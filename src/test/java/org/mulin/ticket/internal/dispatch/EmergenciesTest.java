package org.mulin.ticket.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mulin.policy.PackCheck;
import org.mulin.policy.SmallPack;

/** The city's words of danger, on sentences that tell of it and on sentences that only speak of it. */
class EmergenciesTest {
    private static final List<EmergencyLine> LINES =
            PackCheck.read(SmallPack.folder(), PackCheck.tables()).content(EmergenciesTable.class);

    @ParameterizedTest
    @CsvFileSource(resources = "/emergency-texts.csv", numLinesToSkip = 1)
    void whoIsInDangerIsToldWhomToCall(String text, String lines) {
        assertThat(LINES.stream().flatMap(line -> line.in(text).stream()).map(Danger::line))
                .isEqualTo(
                        lines == null ? List.of() : Stream.of(lines.split(";")).toList());
    }
}
