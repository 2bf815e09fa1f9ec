package dev.heddle.extension.payloadcodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files with secrets in them, kept as such files should be. */
public final class PrivateFile {
    private static final int LARGEST = 65_536;

    private PrivateFile() {}

    /**
     * What is in a file.
     *
     * @throws IllegalArgumentException if it is not kept as it should be
     * @throws IOException if it cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        requirePrivate(file);
        // A pipe would wait for somebody to write.
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("has " + file + ", which is no file of a key; move it elsewhere");
        }
        return Files.readAllBytes(file);
    }

    /**
     * Makes sure that not everyone may read or write something.
     *
     * @throws IllegalArgumentException that says how to have it so
     */
    static void requirePrivate(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        boolean folder = Files.isDirectory(path);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || !folder && permissions.contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalArgumentException("lets everyone at " + path + " ("
                    + PosixFilePermissions.toString(permissions) + "); run chmod o-rwx " + path);
        }
    }
}
