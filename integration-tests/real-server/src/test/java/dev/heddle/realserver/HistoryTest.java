package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Histories that the server has written of the order application, with the agent and without it, and their replays. */
@ExtendWith(RealServer.class)
class HistoryTest {
    @TempDir
    private Path folder;

    private ForkedJvm jvm(boolean agent) {
        Path jar = folder.resolve("extensions").resolve("sent-by.jar");
        if (Files.notExists(jar)) {
            new ExtensionJarBuilder().provider(SentBy.class).write(jar);
        }
        return agent ? new ForkedJvm().agent("extensions=" + jar.getParent()) : new ForkedJvm();
    }

    @Test
    void historiesWithTheAgentReplayWithoutItAndTheOtherWayRound(TemporalServer server) throws IOException {
        Path plain = record(server, false);
        Path woven = record(server, true);
        assertThat(contents(plain)).noneMatch(history -> history.contains(SentBy.HEADER));
        assertThat(contents(woven)).allMatch(history -> history.contains(SentBy.HEADER));
        replay(woven, false);
        replay(plain, true);
        replay(woven, true);
    }

    private Path record(TemporalServer server, boolean agent) throws IOException {
        Path histories = Files.createDirectory(folder.resolve(agent ? "woven" : "plain"));
        jvm(agent)
                .run(RecordHistories.class.getName(), server.address(), histories.toString())
                .expectSuccess();
        return histories;
    }

    private void replay(Path histories, boolean agent) {
        String output = jvm(agent)
                .run(ReplayHistories.class.getName(), histories.toString())
                .expectSuccess();
        assertThat(output).contains("replayed " + RecordHistories.RUNS).doesNotContain("extension sent-by failed");
        assertThat(output.contains("extension sent-by intercepts")).isEqualTo(agent);
    }

    private static List<String> contents(Path histories) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(histories)) {
            for (Path file : files.toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
