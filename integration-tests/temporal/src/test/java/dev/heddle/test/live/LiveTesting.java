package dev.heddle.test.live;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application that calls and obeys, with one extension. */
abstract class LiveTesting {
    @TempDir
    Path folder;

    final List<String> options = new ArrayList<>();
    String log;

    @BeforeEach
    final void writeExtension() {
        jar("live/audit.jar", "one", "");
    }

    final void jar(String file, String mark, String mode) {
        new ExtensionJarBuilder()
                .provider(Marked.class)
                .attribute("Heddle-Extension", file.replaceFirst(".*/(.*?)(-.*)?\\.jar", "$1"))
                .attribute("Implementation-Version", mark)
                .entry("mark", mark.getBytes(StandardCharsets.UTF_8))
                .entry("mode", mode.getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve(file));
    }

    /** What the application says; the rest is the log, and when extensions close is nobody's to foresee. */
    final List<String> obey(String... lines) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(lines));
        ForkedJvm jvm = ForkedJvm.ofCustomer().agent("extensions=" + folder.resolve("live"));
        options.forEach(jvm::option);
        log = jvm.run(LiveApplication.class.getName(), arguments.toArray(new String[0]))
                .expectSuccess();
        return log.lines()
                .filter(line -> !line.contains(" heddle - ") && !line.startsWith(">") && !line.startsWith("\t"))
                .filter(line -> !line.endsWith(" closes"))
                .toList();
    }
}
