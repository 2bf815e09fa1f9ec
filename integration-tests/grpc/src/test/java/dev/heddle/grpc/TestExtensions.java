package dev.heddle.grpc;

import dev.heddle.api.Extension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs the extensions before the agent looks for them, and listens to what the agent logs. */
final class TestExtensions {
    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    private TestExtensions() {}

    static void pack() {
        PrintStream original = System.err;
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public synchronized void write(int character) {
                        LOG.write(character);
                        original.write(character);
                    }
                },
                true,
                StandardCharsets.UTF_8));
        try {
            Path folder = Path.of(System.getProperty("test.extensions"));
            Files.createDirectories(folder);
            pack(folder, "outer", OuterExtension.class);
            pack(folder, "inner", InnerExtension.class);
            pack(folder, "guard", GuardExtension.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the agent has logged. */
    static String log() {
        return LOG.toString(StandardCharsets.UTF_8);
    }

    static void pack(Path folder, String name, Class<? extends Extension> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(folder.resolve("heddle-extension-" + name + ".jar"));
                JarOutputStream jar = new JarOutputStream(out);
                InputStream classFile = type.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
            jar.write(type.getName().getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(file));
            classFile.transferTo(jar);
        }
    }
}
