package dev.heddle.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs a class into an extension JAR; by its name, for it cannot be loaded here without the agent. */
public final class ExtensionJar {
    private ExtensionJar() {}

    public static void write(Path file, String extension) throws IOException {
        Files.createDirectories(file.getParent());
        String entry = extension.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                InputStream bytes = ExtensionJar.class.getResourceAsStream('/' + entry)) {
            jar.putNextEntry(new JarEntry("META-INF/services/dev.heddle.api.Extension"));
            jar.write(extension.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
