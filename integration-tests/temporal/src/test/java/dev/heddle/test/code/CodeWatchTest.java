package dev.heddle.test.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an extension is told of the code of workflows that no chain passes. */
class CodeWatchTest {
    private static final Map<String, String> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put("direct", "told: run java.lang.System.nanoTime null null");
        TOLD.put("constructor", "told: run java.util.Date null null");
        TOLD.put("helper", "told: now java.lang.System.nanoTime null null");
        TOLD.put("initialiser", "");
        TOLD.put("late", "told: now java.util.Date null null");
        TOLD.put("lambda", "told: lambda java.lang.System.nanoTime null null");
        TOLD.put("reference", "told: run java.lang.System.nanoTime null null");
        TOLD.put("constructor reference", "told: run java.util.Date null null");
        TOLD.put("serializable reference", "told: run java.lang.System.nanoTime null null");
        TOLD.put("interface reference", "told: run java.util.Set.contains [x] x");
        TOLD.put(
                "bound reference",
                "told: run java.util.Collections.emptySet null null\ntold: run java.util.Set.contains [y] []");
        TOLD.put("target", "told: run java.util.Set.contains [z] z");
        TOLD.put(
                "reflection",
                "told: run java.lang.reflect.Method.invoke now null\ntold: now java.lang.System.nanoTime null null");
        TOLD.put("write", "told: run dev.heddle.test.code.WatchedApplication$Helper.count null null");
        TOLD.put(
                "field",
                "told: run dev.heddle.test.code.WatchedApplication$Helper.names [a] null\n"
                        + "told: run dev.heddle.test.code.WatchedApplication$Helper.names [a] null");
        TOLD.put("accident", "");
        TOLD.put("forbidden", "");
    }

    private static String output;

    @TempDir
    static Path folder;

    @BeforeAll
    static void run() throws Exception {
        Path extension = new ExtensionJarBuilder().provider(Watching.class).write(folder.resolve("watching.jar"));
        output = ForkedJvm.ofCustomer()
                .agent("extensions=" + extension)
                .run(WatchedApplication.class.getName(), TOLD.keySet().toArray(new String[0]))
                .expectSuccess();
    }

    private static List<String> told(String what) {
        return told(what, output);
    }

    private static List<String> told(String what, String output) {
        List<String> lines = output.lines().toList();
        int begin = lines.indexOf("begin " + what);
        int end = lines.indexOf("end " + what);
        assertThat(begin).as(output).isNotNegative();
        return lines.subList(begin, end).stream()
                .filter(line -> line.startsWith("told: "))
                .map(line -> line.replaceFirst("lambda\\$run\\$\\S+", "lambda"))
                .toList();
    }

    @Test
    void eachWayToCallIsTold() {
        TOLD.forEach((what, lines) ->
                assertThat(String.join("\n", told(what))).as(what).isEqualTo(lines));
    }

    @Test
    void otherThreadsAreNot() {
        assertThat(told("elsewhere")).isEmpty();
    }

    @Test
    void anErrorThatTheWatcherAnswersIsTheCodes() {
        assertThat(output).contains("answer: forbidden");
    }

    @Test
    void anAccidentOfTheWatcherLeavesTheCodeAsItIs() {
        assertThat(output)
                .contains("extension watching failed in workflow outbound java.lang.System.getProperty and looks away")
                .doesNotContain("the agent failed");
    }

    @Test
    void ofTwoWatchersEachIsToldOfWhatItWatchesUnlessOneBeforeForbidsIt() {
        Path both = new ExtensionJarBuilder()
                .provider(Watching.class)
                .provider(Overlooking.class)
                .write(folder.resolve("both.jar"));
        String told = ForkedJvm.ofCustomer()
                .agent("extensions=" + both)
                .run(WatchedApplication.class.getName(), "direct", "constructor", "forbidden")
                .expectSuccess();
        assertThat(told("direct", told))
                .containsExactlyInAnyOrder(
                        "told: run java.lang.System.nanoTime null null",
                        "told: the other, of java.lang.System.nanoTime");
        assertThat(told("constructor", told)).containsExactly("told: run java.util.Date null null");
        assertThat(told("forbidden", told)).isEmpty();
        assertThat(told).contains("answer: forbidden");
    }
}
