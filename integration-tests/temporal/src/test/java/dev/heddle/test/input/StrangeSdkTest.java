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

    /** A worker of Nexus operations that reads no interceptors. */
    private String run() throws IOException {
        compile("io/temporal/internal/worker/SyncNexusWorker.java", """
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
        assertThat(output.lines()).hasSize(2).contains("application: 3");
        return output.lines().findFirst().orElseThrow();
    }

    private String named() {
        return "io.temporal.internal.worker.SyncNexusWorker of "
                + folder.toFile().toURI();
    }

    @Test
    void isNotWovenAndWorks() throws IOException {
        compile("io/temporal/common/interceptors/NexusOperationInboundCallsInterceptor.java", """
                package io.temporal.common.interceptors;
                public interface NexusOperationInboundCallsInterceptor {}
                """);
        assertThat(run())
                .endsWith("ERROR heddle - " + named()
                        + " does not look as expected, so calls through it are not intercepted: it does not have or use "
                        + "getWorkerInterceptors; use another version of that library or of Heddle");
    }

    /** As 1.26 is, which handles Nexus operations: nothing has moved there. */
    @Test
    void isNoFaultWhereTheSdkHasNoSuchInterceptors() throws IOException {
        assertThat(run())
                .endsWith("INFO heddle - " + named()
                        + " has no interceptors in this version, so calls through it are not intercepted");
    }

    private void compile(String name, String source) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), file.toString());
        assertThat(failed).isZero();
    }
}
