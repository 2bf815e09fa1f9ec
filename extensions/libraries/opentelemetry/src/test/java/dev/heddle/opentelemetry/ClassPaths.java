package dev.heddle.opentelemetry;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the class loaders of the tests consist of. */
final class ClassPaths {
    private ClassPaths() {}

    /** An application with an old version of OpenTelemetry. */
    static URL[] old() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("old.opentelemetry.folder")))) {
            return urls(Stream.concat(Stream.of(Path.of(System.getProperty("test.classes"))), jars));
        }
    }

    /** This module and all it depends on. */
    static URL[] all() {
        return urls(Stream.of(text().split(File.pathSeparator)).map(Path::of));
    }

    /** The same, as the option of a JVM. */
    static String text() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static URL[] urls(Stream<Path> paths) {
        return paths.map(ClassPaths::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
