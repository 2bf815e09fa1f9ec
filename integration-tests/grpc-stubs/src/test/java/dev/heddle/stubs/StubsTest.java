package dev.heddle.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What an application with coroutine or reactive stubs sees is the same with the agent as without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StubsTest {
    private static final List<Flavour> INTERCEPTED = List.of(Flavour.PROCEED, Flavour.OBSERVE, Flavour.RESPONSE);

    private final Map<String, List<String>> without = new LinkedHashMap<>();
    private String printed;

    @BeforeAll
    void play() {
        Path jar = Path.of("target", "extensions", "flavour.jar").toAbsolutePath();
        new ExtensionJarBuilder().provider(FlavourExtension.class).write(jar);
        CompletableFuture<String> with = CompletableFuture.supplyAsync(() -> ForkedJvm.ofCustomer()
                .option("-XX:+UseSerialGC")
                .agent("extensions=" + jar + ",failures=1000000000")
                .run(
                        Player.class.getName(),
                        INTERCEPTED.stream().map(Flavour::name).toArray(String[]::new))
                .expectSuccess());
        Player.quiet();
        Player.play(Flavour.NONE, without::put);
        printed = with.join();
    }

    @TestFactory
    Stream<DynamicTest> looksAsWithoutTheAgent() {
        return INTERCEPTED.stream().flatMap(flavour -> {
            Map<String, List<String>> with = Player.parse(printed, flavour);
            return Scenario.all().stream().map(scenario -> {
                String name = scenario.toString();
                return DynamicTest.dynamicTest(
                        flavour + ": " + name,
                        () -> assertThat(with.get(name)).isEqualTo(scenario.expected(flavour, without.get(name))));
            });
        });
    }

    @Test
    void everyCallIsInterceptedAtBothEnds() {
        for (Flavour flavour : INTERCEPTED) {
            assertThat(printed).contains(flavour + "\tintercepted\t" + 2 * without.size());
        }
    }

    @Test
    void noCallIsLost() {
        assertThat(without)
                .allSatisfy((scenario, lines) -> assertThat(lines)
                        .filteredOn(line -> line.startsWith("client end "))
                        .hasSize(1));
        assertThat(printed).doesNotContain("never told");
    }
}
