package dev.heddle.harness;

import java.nio.file.Path;

/** Where the build has put what the tests run. */
public final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("test.repository", "../.."))
            .toAbsolutePath()
            .normalize();

    private Repository() {}

    /** The agent as it ships. */
    public static Path agentJar() {
        return ROOT.resolve("agent/target/heddle-agent.jar");
    }

    /** An extension as it ships, which nobody else can write. */
    public static Path extensionJar(String name) {
        Path jar = ROOT.resolve("extensions/" + name + "/target/heddle-extension-" + name + ".jar");
        Rights.close(jar);
        return jar;
    }

    /** A file of the repository. */
    public static Path file(String path) {
        return ROOT.resolve(path);
    }
}
