package dev.heddle.extension.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.CodeWatcher;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the extension asks the agent to tell it of. */
class WatcherTest {
    private static CodeWatcher watcher(Map<String, String> settings) throws Exception {
        return FakeInterceptors.of(new Determinism(), settings).watchers().get(0);
    }

    @Test
    void itReadsApplicationsAndLibrariesThatItDoesNotKnow() throws Exception {
        CodeWatcher watcher = watcher(Map.of());
        assertThat(watcher.reads("com.acme.Order")).isTrue();
        assertThat(watcher.reads("io.temporal.samples.hello.HelloActivity")).isTrue();
        assertThat(watcher.reads("org.apache.commons.lang3.RandomStringUtils")).isTrue();
        assertThat(watcher.reads("NoPackage")).isTrue();
        assertThat(watcher.reads("io.temporal.workflow.Workflow")).isFalse();
        assertThat(watcher.reads("ch.qos.logback.classic.Logger")).isFalse();
        assertThat(watcher.reads("java.util.List")).isFalse();
    }

    @Test
    void itWatchesByNameAndByDescriptor() throws Exception {
        CodeWatcher watcher = watcher(Map.of());
        assertThat(watcher.watches("java.util.Date", "<init>", "()V")).isTrue();
        assertThat(watcher.watches("java.util.Date", "<init>", "(J)V")).isFalse();
        assertThat(watcher.watches("java.nio.file.Files", "walk", "(Ljava/nio/file/Path;)Ljava/util/stream/Stream;"))
                .isTrue();
        assertThat(watcher.watches("java.lang.System", "in", "Ljava/io/InputStream;"))
                .isTrue();
        assertThat(watcher.watches("java.lang.System", "out", "Ljava/io/PrintStream;"))
                .isFalse();
        assertThat(watcher.watches("com.acme.Mine", "start", "()V")).isTrue();
        assertThat(watcher.watches("com.acme.Mine", "start", "()I")).isFalse();
        assertThat(watcher.watches("com.acme.Mine", "count", "(I)")).isTrue();
        assertThat(watcher.watches("com.acme.Mine", "count", "I")).isFalse();
        assertThat(watcher.watches("com.acme.Mine", "$jacocoData", "([Z)")).isFalse();
        assertThat(watcher.watches("com.acme.Mine", "cache", "Ljava/util/Map;")).isTrue();
    }

    @Test
    void aRuleThatIsOffWatchesNothing() throws Exception {
        CodeWatcher watcher = watcher(Map.of("mode", "off", "mode.random", "report"));
        assertThat(watcher.watches("java.lang.System", "nanoTime", "()J")).isFalse();
        assertThat(watcher.watches("java.lang.Math", "random", "()D")).isTrue();
        assertThat(watcher.watches("com.acme.Mine", "count", "(I)")).isFalse();
    }

    @Test
    void eachOwnerOfTheTableThatTheJdkHasIsThere() throws Exception {
        for (String line : String.join(
                        "\n",
                        Resource.read("calls.txt").values().stream()
                                .flatMap(java.util.List::stream)
                                .toList())
                .split("\n")) {
            String owner = line.split(" ")[0];
            if (owner.startsWith("java.")) {
                Class<?> type = Class.forName(owner);
                for (String member : line.substring(owner.length() + 1).split(" ")) {
                    String name = member.replaceFirst("\\(.*", "");
                    boolean known = name.equals("*")
                            || name.equals("new")
                            || name.startsWith("<")
                            || java.util.Arrays.stream(type.getMethods())
                                    .anyMatch(each -> each.getName().equals(name))
                            || name.startsWith("start")
                            || name.startsWith("of");
                    assertThat(known).as(owner + '.' + name).isTrue();
                }
            }
        }
    }
}
