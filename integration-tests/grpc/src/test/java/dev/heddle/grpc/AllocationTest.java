package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent adds to the bytes of a unary call, counted in JVMs with and without it. */
class AllocationTest {
    /** The library's own, for each call and interceptor on the server. */
    private static final int HANDLER_OF_THE_LIBRARY = 24;

    /** More than a pair of interceptors by hand, on both sides together: the limit in the table of the benchmarks. */
    private static final int PASS_THROUGH = 64;

    @TempDir
    Path extensions;

    @Test
    void unwantedMethodCostsNothing() {
        long without = bytes(false, "plain.Plain");
        assertThat(bytes(true, "plain.Plain")).isBetween(without, without + HANDLER_OF_THE_LIBRARY);
    }

    @Test
    void passThroughCostsLittleMoreThanByHand() {
        long byHand = bytes(false, "plain.Plain", "by-hand");
        assertThat(bytes(true, "wanted.Wanted")).isLessThanOrEqualTo(byHand + PASS_THROUGH);
    }

    private long bytes(boolean agent, String... arguments) {
        ForkedJvm jvm = new ForkedJvm().option("-Xint");
        if (agent) {
            TestExtensions.pack(extensions, "pass-through", PassThroughExtension.class);
            jvm.agent("extensions=" + extensions);
        }
        String printed = jvm.run("dev.heddle.grpc.Allocation", arguments).expectSuccess();
        return Long.parseLong(printed.lines().reduce((one, next) -> next).orElseThrow());
    }
}
