package dev.heddle.test.wiring;

import dev.heddle.harness.ForkedJvm;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Libraries as a future version might have them: some classes with other names in them, before the rest. */
final class MovedLibrary {
    private final Path folder;

    MovedLibrary(Path folder) {
        this.folder = folder;
    }

    /** A class path on which these classes have a name replaced by another of the same length, their own included. */
    MovedLibrary rename(String name, String other, String... classNames) {
        if (name.length() != other.length()) {
            throw new IllegalArgumentException(other);
        }
        for (String className : List.of(classNames)) {
            String file = className.replace('.', '/') + ".class";
            try {
                Path moved = folder.resolve(file.replace(name, other));
                Files.createDirectories(moved.getParent());
                Files.write(moved, replace(read(file), name, other));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return this;
    }

    private byte[] read(String file) throws IOException {
        Path renamed = folder.resolve(file);
        if (Files.exists(renamed)) {
            return Files.readAllBytes(renamed);
        }
        try (InputStream in = MovedLibrary.class.getClassLoader().getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** Names stand as text in a class file. */
    private static byte[] replace(byte[] classFile, String name, String other) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        if (!text.contains(name)) {
            throw new IllegalStateException("no " + name + " in the class");
        }
        ByteArrayOutputStream replaced = new ByteArrayOutputStream(classFile.length);
        replaced.writeBytes(text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1));
        return replaced.toByteArray();
    }

    /** A JVM of an application that has it. */
    ForkedJvm jvm() {
        return new ForkedJvm().classPath(folder + File.pathSeparator + ForkedJvm.customerClassPath());
    }
}
