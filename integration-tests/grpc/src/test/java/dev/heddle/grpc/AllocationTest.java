package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent adds to the bytes of a unary call, counted in JVMs with and without it. */
class AllocationTest {
    /** The library's own, for each call and interceptor on the server. */
    private static final int HANDLER_OF_THE_LIBRARY = 24;

    /** The limit. ClientPass 56, ClientAttempt 24, ServerPass 56 and HandlerCall 16, where by hand it is four times 24. */
    private static final int PASS_THROUGH = 64;

    @TempDir
    Path extensions;

    @Test
    void unwantedMethodCostsNothing() throws Exception {
        long without = bytes(false, "plain.Plain");
        assertThat(bytes(true, "plain.Plain")).isBetween(without, without + HANDLER_OF_THE_LIBRARY);
    }

    @Test
    void passThroughCostsLittleMoreThanByHand() throws Exception {
        long byHand = bytes(false, "plain.Plain", "by-hand");
        assertThat(bytes(true, "wanted.Wanted")).isLessThanOrEqualTo(byHand + PASS_THROUGH);
    }

    private long bytes(boolean agent, String... arguments) throws IOException, InterruptedException {
        TestExtensions.pack(extensions, "pass-through", PassThroughExtension.class);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xint");
        if (agent) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-javaagent:"))
                    .map(argument -> argument.substring(0, argument.indexOf('=')) + "=extensions=" + extensions)
                    .forEach(command::add);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.heddle.grpc.Allocation"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(printed.strip());
    }
}
