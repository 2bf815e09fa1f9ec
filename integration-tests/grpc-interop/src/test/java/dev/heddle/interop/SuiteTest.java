package dev.heddle.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.testing.integration.AbstractInteropTest;
import io.grpc.testing.integration.InProcessInterop;
import io.grpc.testing.integration.NettyInterop;
import io.grpc.testing.integration.OkHttpInterop;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;

/** All cases of the suite, client and server in this JVM, which has the agent. */
class SuiteTest {
    private static final int CASES = 35;

    @BeforeAll
    static void pack() {
        ExtensionFolder.fill();
    }

    static Stream<Arguments> transportsAndFlavours() {
        return Stream.of(InProcessInterop.class, NettyInterop.class, OkHttpInterop.class)
                .flatMap(transport -> Stream.of(Flavour.values()).map(flavour -> Arguments.of(transport, flavour)));
    }

    @ParameterizedTest
    @MethodSource("transportsAndFlavours")
    void passes(Class<? extends AbstractInteropTest> transport, Flavour flavour) {
        Flavour.use(flavour);
        Result result = JUnitCore.runClasses(transport);
        assertThat(result.getFailures()).extracting(Failure::getTrace).isEmpty();
        assertThat(result.getRunCount()).isEqualTo(CASES);
        assertThat(result.getIgnoreCount() + result.getAssumptionFailureCount()).isZero();
        assertThat(Side.CLIENT.takeCalls()).isGreaterThan(CASES).isEqualTo(ByHand.CLIENT.takeCalls());
        assertThat(Side.SERVER.takeCalls()).isGreaterThan(CASES).isEqualTo(ByHand.SERVER.takeCalls());
    }
}
