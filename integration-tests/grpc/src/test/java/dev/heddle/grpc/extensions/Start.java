package dev.heddle.grpc.extensions;

import dev.heddle.api.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** What tests need to start an {@link Application}. */
final class Start {
    private Start() {}

    /** Starts one, with settings as names and values in turn that share a beginning. */
    static Application with(List<Path> extensions, String prefix, String... settings) {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < settings.length; at += 2) {
            named.put(prefix + settings[at], settings[at + 1]);
        }
        return new Application(extensions, named);
    }

    /** A JAR with an extension of the test's. */
    static Path packed(Class<? extends Extension> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try {
            Path path = Files.createTempDirectory("heddle").resolve("custom.jar");
            try (OutputStream out = Files.newOutputStream(path);
                    JarOutputStream jar = new JarOutputStream(out);
                    InputStream classFile = type.getClassLoader().getResourceAsStream(file)) {
                jar.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
                jar.write(type.getName().getBytes(StandardCharsets.UTF_8));
                jar.putNextEntry(new JarEntry(file));
                classFile.transferTo(jar);
            }
            return path;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
