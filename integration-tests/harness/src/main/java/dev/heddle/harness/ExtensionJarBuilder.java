package dev.heddle.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Packs classes of the tests into an extension JAR. The extension gets copies of its own of what is packed, and shares
 * with the test what is not: by that a test reaches into an extension.
 */
public final class ExtensionJarBuilder {
    private final Manifest manifest = new Manifest();
    private final List<String> providers = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public ExtensionJarBuilder() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    public ExtensionJarBuilder attribute(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** A class that the service file names, packed with the classes nested in it. */
    public ExtensionJarBuilder provider(Class<?> type) {
        providers.add(type.getName());
        return with(type);
    }

    /** A name for the service file, whose class is not packed. */
    public ExtensionJarBuilder provider(String className) {
        providers.add(className);
        return this;
    }

    /** A class that the service file of another type than Heddle's names; the class itself is not packed by this. */
    public ExtensionJarBuilder service(String type, Class<?> implementation) {
        return entry("META-INF/services/" + type, implementation.getName().getBytes(StandardCharsets.UTF_8));
    }

    /** A class and those nested in it, also those without a name, which the compiler numbers. */
    public ExtensionJarBuilder with(Class<?> type) {
        entries.put(type.getName().replace('.', '/') + ".class", bytes(type));
        for (Class<?> nested : type.getDeclaredClasses()) {
            with(nested);
        }
        for (int number = 1; ; number++) {
            try {
                with(Class.forName(type.getName() + '$' + number, false, type.getClassLoader()));
            } catch (ClassNotFoundException noMore) {
                return this;
            }
        }
    }

    public ExtensionJarBuilder entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    public Path write(Path file) {
        if (!providers.isEmpty()) {
            entries.put(
                    "META-INF/services/dev.heddle.api.Extension",
                    String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
        }
        try {
            Files.createDirectories(file.getParent());
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    jar.putNextEntry(new JarEntry(entry.getKey()));
                    jar.write(entry.getValue());
                    jar.closeEntry();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Rights.close(file);
        return file;
    }

    /** The class file of a class of the tests. */
    public static byte[] bytes(Class<?> type) {
        try (InputStream in = type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
