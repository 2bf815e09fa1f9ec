package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.CustomerApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions stand by their order, then by their file's name, and within one the interceptors as they registered. */
class ExtensionOrderTest {
    @TempDir
    Path folder;

    /** Names stand as text in a class file, so that another of the same length makes another class. */
    private void pack(String number, String file) {
        String name = Marking00.class.getName().replace("00", number);
        String classFile = new String(ExtensionJarBuilder.bytes(Marking00.class), StandardCharsets.ISO_8859_1);
        new ExtensionJarBuilder()
                .provider(name)
                .entry(
                        name.replace('.', '/') + ".class",
                        classFile.replace("Marking00", "Marking" + number).getBytes(StandardCharsets.ISO_8859_1))
                .write(folder.resolve(file));
    }

    @Test
    void byOrderThenByFileThenByRegistration() {
        pack("01", "zebra.jar");
        pack("02", "apple.jar");
        pack("03", "outermost.jar");
        pack("04", "innermost.jar");
        String output = new ForkedJvm()
                .agent("extensions=" + folder)
                .option("-Dtest.order.Marking03=-1")
                .option("-Dtest.order.Marking04=1")
                .run(CustomerApplication.class.getName())
                .expectSuccess();
        assertThat(output.lines().filter(line -> line.startsWith("passes ")))
                .containsExactly(
                        "passes outermost",
                        "passes outermost again",
                        "passes apple",
                        "passes apple again",
                        "passes zebra",
                        "passes zebra again",
                        "passes innermost",
                        "passes innermost again");
    }
}
