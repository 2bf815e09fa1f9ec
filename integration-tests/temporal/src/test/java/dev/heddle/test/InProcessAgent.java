package dev.heddle.test;

import dev.heddle.agent.Premain;
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
            new ExtensionJarBuilder().provider(ProbeExtension.class).write(folder.resolve("probe.jar"));
            new ExtensionJarBuilder().provider(GuardExtension.class).write(folder.resolve("guard.jar"));
            Premain.agentmain("failures=1000000,extensions=" + folder, ByteBuddyAgent.install());
            installed = true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
