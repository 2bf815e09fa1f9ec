package dev.heddle.test.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that fail in every call do not fill the log: a stack for each cause, then counts. */
class ManyFailuresTest {
    private static final int EXTENSIONS = 21;
    private static final int RUNS = 15;

    /** One that it intercepts, one for each of two causes with three or four of stack, one that it is off. */
    private static final int MOST_LINES = 12;

    @TempDir
    Path folder;

    /** An application that runs its workflow again and again. */
    public static final class Busy {
        private Busy() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < RUNS; i++) {
                CustomerApplication.run();
            }
            System.exit(0);
        }
    }

    /** The extension under another name of the same length: names stand as text in a class file. */
    private void pack(String number) {
        String name = Failing00.class.getName();
        String other = name.replace("00", number);
        String classFile = new String(ExtensionJarBuilder.bytes(Failing00.class), StandardCharsets.ISO_8859_1);
        new ExtensionJarBuilder()
                .provider(other)
                .entry(
                        other.replace('.', '/') + ".class",
                        classFile
                                .replace(Failing00.class.getSimpleName(), "Failing" + number)
                                .getBytes(StandardCharsets.ISO_8859_1))
                .write(folder.resolve("failing" + number + ".jar"));
    }

    @Test
    void aStackForEachCauseThenCounts() {
        for (int i = 0; i < EXTENSIONS; i++) {
            pack(String.valueOf(10 + i));
        }
        String output = new ForkedJvm()
                .agent("extensions=" + folder)
                .run(Busy.class.getName())
                .expectSuccess();
        assertThat(output.split(CustomerApplication.GREETING, -1)).hasSize(RUNS + 1);
        List<String> lines = output.lines().toList();
        for (int i = 0; i < EXTENSIONS; i++) {
            String failing = "ERROR heddle - extension failing" + (10 + i);
            assertThat(lines)
                    .filteredOn(line -> line.contains(failing + " failed in "))
                    .hasSizeBetween(1, 2);
            assertThat(lines)
                    .filteredOn(line -> line.contains(failing + " is switched off after "))
                    .hasSize(1);
        }
        assertThat(lines)
                .as(output)
                .filteredOn(
                        line -> line.contains("heddle - ") || line.startsWith("\tat ") || line.startsWith("Caused by"))
                .hasSizeLessThan(EXTENSIONS * MOST_LINES);
    }
}
