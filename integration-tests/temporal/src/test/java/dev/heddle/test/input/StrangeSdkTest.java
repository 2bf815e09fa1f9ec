package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of the SDK's name that does not look as expected, as some future version might have it. */
class StrangeSdkTest {
    @TempDir
    Path folder;

    @Test
    void isNotWovenAndWorks() throws IOException {
        compile("SyncNexusWorker.java", """
                package io.temporal.internal.worker;
                public final class SyncNexusWorker {
                    public int getWorkerInterceptors() { return 3; }
                    public static void main(String[] arguments) {
                        System.out.println("application: " + new SyncNexusWorker().getWorkerInterceptors());
                    }
                }
                """);
        String output = ForkedJvm.ofCustomer()
                .classPath(folder.toString())
                .agent("")
                .run("io.temporal.internal.worker.SyncNexusWorker")
                .expectSuccess();
        assertThat(output.lines())
                .hasSize(2)
                .contains("application: 3")
                .first()
                .asString()
                .endsWith("ERROR heddle - io.temporal.internal.worker.SyncNexusWorker of "
                        + folder.toFile().toURI()
                        + " does not look as expected, so calls through it are not intercepted: it does not have or use "
                        + "getWorkerInterceptors; use another version of that library or of Heddle");
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name), source);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), file.toString());
        assertThat(failed).isZero();
    }
}
