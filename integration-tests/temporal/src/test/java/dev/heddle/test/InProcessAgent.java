package dev.heddle.test;

import dev.heddle.agent.bootstrap.Premain;
import dev.heddle.harness.ExtensionJarBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Installs the agent, from its JAR, in the JVM of the tests, with the {@link ProbeExtension} and the {@link GuardExtension}. */
public final class InProcessAgent {
    private static boolean installed;

    private InProcessAgent() {}

    /** Installs it unless it is. */
    public static synchronized void install() {
        if (installed) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("heddle-extensions");
            folder.toFile().deleteOnExit();
            write(ProbeExtension.class, folder.resolve("probe.jar"));
            write(GuardExtension.class, folder.resolve("guard.jar"));
            Premain.agentmain("failures=1000000,extensions=" + folder, ByteBuddyAgent.install());
            installed = true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Class<?> extension, Path jar) {
        new ExtensionJarBuilder().provider(extension).write(jar).toFile().deleteOnExit();
    }
}
