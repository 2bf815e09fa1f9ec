package dev.heddle.agent.assemble.trust;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * A JAR of which nobody can change any more what has been read: an operator may copy a new version over the file, and
 * what is loaded would be read from the wrong places. Its file is of this user alone, and has no name any more once it is
 * open, where the system allows that: so it leaves nothing behind however the JVM ends.
 */
final class PrivateCopy {
    private PrivateCopy() {}

    /**
     * The copy, open.
     *
     * @throws NoPlaceException if there is no place for one
     */
    static JarFile of(InputStream content) throws IOException {
        File copy = null;
        try {
            copy = copied(content);
            return new JarFile(copy, true, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, JarFile.runtimeVersion());
        } catch (IOException | RuntimeException unreadable) {
            if (copy != null) {
                copy.delete();
            }
            throw unreadable;
        }
    }

    private static File copied(InputStream content) throws IOException {
        File copy = null;
        try {
            copy = emptyFile();
            try (OutputStream to = Files.newOutputStream(copy.toPath())) {
                content.transferTo(to);
            }
            return copy;
        } catch (IOException noPlace) {
            if (copy != null) {
                copy.delete();
            }
            throw new NoPlaceException(noPlace);
        }
    }

    /** A file of our own: one that somebody else has put there is not taken, nor a link to another. */
    static File emptyFile() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        FileAttribute<?>[] ownerOnly = FileRights.areKnown(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        for (long number = System.nanoTime(); ; number++) {
            Path file = folder.resolve("heddle-" + Long.toHexString(number) + ".jar");
            try {
                return Files.createFile(file, ownerOnly).toFile();
            } catch (FileAlreadyExistsException taken) {
                // The next one may not be.
            }
        }
    }

    /** The folder for temporary files cannot be written, or is full. */
    static final class NoPlaceException extends IOException {
        private static final long serialVersionUID = 1L;

        NoPlaceException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
