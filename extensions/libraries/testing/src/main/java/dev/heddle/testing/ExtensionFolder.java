package dev.heddle.testing;

import dev.heddle.api.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The extension folder of one test, with a JAR of a {@link StandIn} for each extension. */
final class ExtensionFolder implements AutoCloseable {
    private static final String CLASS_FILE = StandIn.class.getName().replace('.', '/') + ".class";

    private final Path path;

    /** The agent sorts equal orders by file name, so the files are numbered. */
    ExtensionFolder(List<Provided> extensions) {
        try {
            path = Files.createTempDirectory("heddle-test").toRealPath();
            for (int i = 0; i < extensions.size(); i++) {
                Path jar = path.resolve(String.format("%03d.jar", i));
                Originals.add(jar, extensions.get(i).extension());
                write(jar, extensions.get(i));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path path() {
        return path;
    }

    private static void write(Path jar, Provided extension) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Heddle-Extension", extension.name());
        if (extension.isOfTheKit()) {
            manifest.getMainAttributes().putValue("Heddle-Internal", "true");
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream classFile = StandIn.class.getResourceAsStream('/' + CLASS_FILE)) {
            out.putNextEntry(new ZipEntry(CLASS_FILE));
            classFile.transferTo(out);
            out.putNextEntry(new ZipEntry("META-INF/services/" + Extension.class.getName()));
            out.write(StandIn.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        // The agent refuses what a group can write, whatever umask the author has.
        jar.toFile().setWritable(false, false);
        jar.toFile().setWritable(true, true);
    }

    /** Removes the files when the JVM ends, should nobody close this. */
    void deleteOnExit() {
        path.toFile().deleteOnExit();
        try (Stream<Path> files = Files.list(path)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes the files; one that the system still holds goes when the JVM does. */
    @Override
    public void close() {
        Originals.removeAllIn(path);
        try (Stream<Path> files = Stream.concat(Files.list(path), Stream.of(path))) {
            for (Path file : files.toList()) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        } catch (IOException gone) {
            // then there is nothing to remove
        }
    }
}
