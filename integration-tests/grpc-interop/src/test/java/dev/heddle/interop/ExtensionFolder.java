package dev.heddle.interop;

import dev.heddle.api.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The folder that the agent takes its extensions from, here and in forked JVMs. */
final class ExtensionFolder {
    private ExtensionFolder() {}

    /** Puts the {@link PassThroughExtension} in, before the agent looks for it. */
    static void fill() {
        Path folder = Path.of(System.getProperty("test.extensions"));
        String name = PassThroughExtension.class.getName();
        String file = name.replace('.', '/') + ".class";
        try {
            Files.createDirectories(folder);
            try (JarOutputStream jar =
                            new JarOutputStream(Files.newOutputStream(folder.resolve("heddle-extension-pass.jar")));
                    InputStream classFile = ExtensionFolder.class.getResourceAsStream('/' + file)) {
                jar.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
                jar.write(name.getBytes(StandardCharsets.UTF_8));
                jar.putNextEntry(new JarEntry(file));
                classFile.transferTo(jar);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
