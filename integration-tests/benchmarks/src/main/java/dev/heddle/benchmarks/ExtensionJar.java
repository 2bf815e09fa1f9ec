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
    private static final String MEASURED = "dev.heddle.benchmarks.call.MeasuredExtension";

    private ExtensionJar() {}

    /** A folder with as many extensions, each of which passes on every call. */
    public static Path folder(Setting setting, int count) throws IOException {
        Path folder = Files.createDirectories(setting.folder().resolve("extensions-" + count));
        for (int i = 0; i < count; i++) {
            write(folder.resolve("passes-" + i + ".jar"), MEASURED);
        }
        return folder;
    }

    /** A folder with the one extension that has settings. */
    public static Path measured(Setting setting) throws IOException {
        Path folder = setting.folder().resolve("extensions");
        write(folder.resolve("measured.jar"), MEASURED);
        return folder;
    }

    private static void write(Path file, String extension) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/services/dev.heddle.api.Extension"));
            jar.write(extension.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            pack(jar, extension);
        }
    }

    /** Adds a class. */
    public static void pack(JarOutputStream jar, String className) throws IOException {
        String entry = className.replace('.', '/') + ".class";
        try (InputStream bytes = ExtensionJar.class.getResourceAsStream('/' + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
