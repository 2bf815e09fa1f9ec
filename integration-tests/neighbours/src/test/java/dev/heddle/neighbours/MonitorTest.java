package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The order application with agents that watch for a service, compared with what all of them do without Heddle. */
class MonitorTest {
    private static final int NOWHERE = -1;

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> companies() throws IOException {
        List<Company> asked = Company.of(Monitor.toRun().toList());
        if (asked.isEmpty()) {
            return Stream.empty();
        }
        Path extensions = Files.createDirectory(folder.resolve("extensions"));
        new ExtensionJarBuilder().provider(Recording.class).write(extensions.resolve("recording.jar"));
        Company none = new Company(List.of());
        Set<String> calls = run(none, 0, extensions).calls();
        assertThat(calls).isNotEmpty();
        return asked.stream()
                .map(company -> dynamicTest(company.toString(), () -> {
                    OrderRun alone = run(company, NOWHERE, extensions);
                    for (int place : new int[] {0, company.members().size()}) {
                        OrderRun run = run(company, place, extensions);
                        run.assertLike(alone);
                        assertThat(run.calls()).as(run.output()).containsExactlyInAnyOrderElementsOf(calls);
                    }
                }));
    }

    private static OrderRun run(Company company, int place, Path extensions) throws IOException {
        Path logs = Files.createTempDirectory(folder, "logs");
        OrderRun run = OrderRun.of(company.addTo(OrderRun.jvm(), place, extensions, logs), logs, company.arguments());
        company.members().forEach(member -> member.assertWorked(run.output(), logs));
        return run;
    }
}
