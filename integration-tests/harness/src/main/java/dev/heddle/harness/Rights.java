package dev.heddle.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;

/** Takes from others the right to write what is loaded as an extension, whatever umask the build has. */
public final class Rights {
    private Rights() {}

    /** Of a JAR and the folder that it is in, or of a folder and all that is in it. */
    public static void close(Path place) {
        try {
            closeOne(Files.isDirectory(place) ? place : place.getParent());
            try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
                for (Path file : files.toList()) {
                    closeOne(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void closeOne(Path file) throws IOException {
        Path everybodys = Path.of(System.getProperty("java.io.tmpdir"));
        if (Files.isRegularFile(file) || Files.isDirectory(file) && !Files.isSameFile(file, everybodys)) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            // Not where there is nothing to take, for the file may be another user's.
            if (rights.remove(PosixFilePermission.GROUP_WRITE) | rights.remove(PosixFilePermission.OTHERS_WRITE)) {
                Files.setPosixFilePermissions(file, rights);
            }
        }
    }
}
