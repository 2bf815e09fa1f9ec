package dev.heddle.extension.temporalconnection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Something that stands in a file, which is read anew each time, or in a setting.
 *
 * @param name what it is, for messages
 * @param file {@code null} if it stands here
 * @param text {@code null} if it is in a file
 * @param isPrivate whether nobody else may read the file
 */
record Secret(String name, Path file, String text, boolean isPrivate) {
    private static final int LARGEST = 1 << 20;

    static Secret file(String name, String path, boolean isPrivate) {
        try {
            return path == null ? null : new Secret(name, Path.of(path), null, isPrivate);
        } catch (InvalidPathException unfit) {
            throw new IllegalArgumentException(name + " has a path that is none", unfit);
        }
    }

    static Secret text(String name, String text) {
        return text == null ? null : new Secret(name, null, text, false);
    }

    /** The first of two that is there. */
    static Secret either(Secret first, Secret second) {
        if (first != null && second != null) {
            throw new IllegalArgumentException(first.name + " and " + second.name + " are both set; set one of them");
        }
        return first == null ? second : first;
    }

    /**
     * What it is now.
     *
     * @throws IllegalArgumentException that says what is wrong, and nothing of what is in it
     */
    String read() {
        if (file == null) {
            return text;
        }
        try {
            check();
            // Whatever bytes there are become characters, for others to judge.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(this + " does not exist; create it", missing);
        } catch (AccessDeniedException denied) {
            throw new IllegalArgumentException(
                    this + " may not be read by this process; make its user the owner", denied);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(this + " cannot be read; repair that", unreadable);
        }
    }

    private void check() throws IOException {
        if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LARGEST)) {
            throw new IllegalArgumentException(this + " is no file of that kind; name another");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IllegalArgumentException(this + " may be written by everyone; run chmod o-w " + file);
        }
        if (isPrivate && permissions.contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalArgumentException(this + " may be read by everyone; run chmod o-rwx " + file);
        }
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return file == null ? name : name + " " + file;
    }
}
