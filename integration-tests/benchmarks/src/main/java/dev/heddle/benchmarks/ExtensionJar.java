package dev.heddle.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs a class into an extension JAR. */
public final class ExtensionJar {
    private ExtensionJar() {}

    public static void write(Path file, Class<?> extension) throws IOException {
        Files.createDirectories(file.getParent());
        String entry = extension.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                InputStream bytes = extension.getResourceAsStream('/' + entry)) {
            jar.putNextEntry(new JarEntry("META-INF/services/dev.heddle.api.Extension"));
            jar.write(extension.getName().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
