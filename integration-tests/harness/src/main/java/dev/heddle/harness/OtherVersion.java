package dev.heddle.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The agent as it ships, but for its version. */
public final class OtherVersion {
    /** Its version. */
    public static final String NUMBER = "99.0";

    private OtherVersion() {}

    /** Writes the agent's JAR, under a name of its own. */
    public static Path write(Path file) throws IOException {
        try (JarFile agent = new JarFile(Repository.agentJar().toFile())) {
            Manifest manifest = agent.getManifest();
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, NUMBER);
            try (JarOutputStream copy = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (JarEntry entry : agent.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        copy.putNextEntry(new JarEntry(entry.getName()));
                        agent.getInputStream(entry).transferTo(copy);
                    }
                }
            }
        }
        return file;
    }
}
