package dev.heddle.soak.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.soak.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that comes and goes under load, in a JVM that starts with it and in one that starts without. */
class LiveSoakTest {
    private static final String ROUNDS = System.getProperty("soak.rounds");
    /** A Temporal server that is there already; empty for one in memory. */
    private static final String SERVER = System.getProperty("soak.server", "");

    @TempDir
    Path folder;

    @BeforeEach
    void pack() {
        jar("live/first.jar", "first", "1");
        jar("spare/second-1.jar", "second", "1");
        jar("spare/second-2.jar", "second", "2");
        for (int i = 0; i < 10; i++) {
            jar("spare/ten-" + i + "-1.jar", "ten-" + i, "1");
            jar("spare/ten-" + i + "-2.jar", "ten-" + i, "2");
        }
    }

    private void jar(String file, String name, String version) {
        new ExtensionJarBuilder()
                .provider(LiveExtension.class)
                .attribute("Heddle-Extension", name)
                .attribute("Implementation-Version", version)
                .entry("version", version.getBytes())
                .write(folder.resolve(file));
    }

    private void play(ForkedJvm jvm, String... more) throws IOException {
        if (!SERVER.isEmpty()) {
            play(SERVER, jvm, more);
            return;
        }
        try (TemporalServer server = TemporalServer.start()) {
            play(server.address(), jvm, more);
        }
    }

    private void play(String server, ForkedJvm jvm, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(folder.toString(), Repository.agentJar().toString(), ROUNDS, server));
        arguments.addAll(List.of(more));
        ForkedJvm.Result result = jvm.optimizing()
                .option("-Djdk.attach.allowAttachSelf=true")
                .option("-Xmx512m")
                .option("-Dcom.sun.management.jmxremote")
                .option("-Dlogback.configurationFile=soak-logback.xml")
                .patience(Duration.ofHours(1))
                .run(LiveSoak.class.getName(), arguments.toArray(new String[0]));
        String summary = result.output()
                .lines()
                .filter(line -> line.matches("after .*|figures: .*|.* calls|PROBLEM .*"))
                .collect(Collectors.joining("\n"));
        System.out.println(summary);
        assertThat(result.exitCode())
                .as("%s%nall it printed:%n%s", summary, result.output())
                .isZero();
    }

    @Test
    void startedWithTheAgent() throws IOException {
        play(ForkedJvm.ofCustomer().agent("extensions=" + folder.resolve("live") + ",close.delay=100ms"), "attached");
    }

    @Test
    void startedWithoutTheAgent() throws IOException {
        play(ForkedJvm.ofCustomer());
    }
}
