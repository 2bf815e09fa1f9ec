package dev.heddle.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.differential.Setup.Transport;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No call is lost and none ends twice, whatever races, with the agent and without. */
class StormTest {
    @ParameterizedTest
    @MethodSource("storms")
    void everyCallEndsOnce(Flavour flavour, Transport transport) {
        String printed = Side.jvm(flavour, "both")
                .patience(Duration.ofMinutes(30))
                .run(Storm.class.getName(), System.getProperty("storm", "5000"), transport.name())
                .expectSuccess();
        assertThat(printed).contains("violations {}");
        assertThat(printed.contains("intercepted 0,")).isEqualTo(!flavour.intercepts());
    }

    static Stream<Arguments> storms() {
        return Flavour.tested().stream()
                .filter(flavour -> flavour == Flavour.NONE || flavour.hasAgent() && flavour.intercepts())
                .flatMap(flavour -> Stream.of(Transport.values()).map(transport -> Arguments.of(flavour, transport)));
    }
}
