package dev.heddle.agent.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Opens JARs, or says in a line why it cannot. */
final class Jars {
    private Jars() {}

    /** Whether a file is called one. */
    static boolean isNamed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    static JarFile open(Path file) throws UnfitApplicationException {
        return open(file, file.toString());
    }

    static void requireReadable(Path file, String subject) throws UnfitApplicationException, IOException {
        open(file, subject).close();
    }

    private static JarFile open(Path file, String subject) throws UnfitApplicationException {
        if (!Files.exists(file)) {
            throw new UnfitApplicationException("there is no " + file);
        }
        if (!Files.isRegularFile(file)) {
            // A pipe or a device might never end.
            throw new UnfitApplicationException(subject + " is no regular file");
        }
        try {
            Files.newByteChannel(file).close();
            return new JarFile(file.toFile(), false);
        } catch (AccessDeniedException denied) {
            throw new UnfitApplicationException(subject + " may not be read by this user");
        } catch (IOException | RuntimeException broken) {
            throw new UnfitApplicationException(subject + " is no readable JAR (" + broken.getMessage() + ")");
        }
    }

    /** The manifest, empty if there is none. */
    static Manifest manifest(JarFile jar, Path file) throws UnfitApplicationException {
        try {
            Manifest manifest = jar.getManifest();
            return manifest == null ? new Manifest() : manifest;
        } catch (IOException | RuntimeException broken) {
            throw new UnfitApplicationException(
                    file + " has a manifest that no JVM reads (" + broken.getMessage() + ")");
        }
    }
}
