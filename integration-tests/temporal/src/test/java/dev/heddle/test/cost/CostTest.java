package dev.heddle.test.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What interception costs, as far as that is the same on every machine. */
class CostTest {
    private static final int BYTES_PER_CALL = 64;

    private static Map<String, Long> byHand;
    private static Map<String, Long> woven;

    @BeforeAll
    static void measure(@TempDir Path folder) {
        Path extension = new ExtensionJarBuilder().provider(Passing.class).write(folder.resolve("passing.jar"));
        byHand = figures(jvm().run(Costs.class.getName(), "by-hand").expectSuccess());
        woven = figures(jvm().agent("extensions=" + extension)
                .run(Costs.class.getName(), "woven")
                .expectSuccess());
    }

    /** One in which compiled code takes over at the same call, however busy the machine is. */
    private static ForkedJvm jvm() {
        return new ForkedJvm().optimizing().option("-Xbatch");
    }

    private static Map<String, Long> figures(String output) {
        return output.lines()
                .filter(line -> line.startsWith("cost: "))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[1], words -> Long.valueOf(words[2])));
    }

    @Test
    void aCallAllocatesLittleMoreThanWithAnInterceptorByHand() {
        assertThat(byHand).containsOnlyKeys("start", "signal", "execute", "heartbeat", "getTaskToken");
        byHand.forEach((call, bytes) ->
                assertThat(woven.get(call) - bytes).as("bytes of %s", call).isBetween(0L, (long) BYTES_PER_CALL));
    }

    /**
     * A client reads its list once and its data converter twice, and what makes it asks when it begins and when it returns.
     * A worker reads for itself and for each kind of what it runs, each of these reads again, of what makes a worker one
     * calls the other, and its factory reads the propagators of contexts. Four of its parts read the data converter. Plugins
     * may configure the options of the client; those of the factory, of the worker as it reads both, and the task queue
     * each time that it is named. The SDK's own plugins are read where they are and where they are handed on.
     */
    @Test
    void theHookIsCalledWhereChainsAreMadeAndNotWhereTheyAreUsed() {
        assertThat(woven)
                .containsEntry("client", 8L)
                .containsEntry("worker", 24L)
                .containsEntry("stub", 0L);
        // The costs are those of a client of its own.
        assertThat(woven).containsEntry("calls", 1L);
    }
}
