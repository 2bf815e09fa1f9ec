package dev.heddle.extension.grpcauth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Reads a file of tokens, if it is kept as such a file should be. */
final class TokenFileReader {
    private static final int LARGEST = 65_536;

    private TokenFileReader() {}

    /**
     * Reads the tokens, each time anew: the file is small, and neither its size nor its time tells every change. A line
     * that begins with {@code #} is a comment.
     *
     * @throws IllegalArgumentException that says, about the file, what is wrong and what to do
     */
    static List<byte[]> read(Path path) {
        try {
            check(path);
            // Any bytes are characters of this one, for the tokens themselves to be judged.
            return Tokens.parse(
                    Files.readString(path, StandardCharsets.ISO_8859_1).lines().filter(line -> !line.startsWith("#")));
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("does not exist; create it, with a token in it", missing);
        } catch (AccessDeniedException denied) {
            throw new IllegalArgumentException("may not be read by this process; make its user the owner", denied);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot be read (" + unreadable + "); repair that", unreadable);
        }
    }

    private static void check(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            check(Files.readAttributes(path, BasicFileAttributes.class));
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        check(attributes);
        forbid(attributes, PosixFilePermission.OTHERS_READ, "readable", path);
        forbid(attributes, PosixFilePermission.OTHERS_WRITE, "writable", path);
    }

    private static void check(BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            throw new IllegalArgumentException("is no regular file; name one");
        }
        if (attributes.size() > LARGEST) {
            throw new IllegalArgumentException("is too large to hold tokens; name another or shorten it");
        }
    }

    private static void forbid(PosixFileAttributes attributes, PosixFilePermission permission, String what, Path path) {
        if (attributes.permissions().contains(permission)) {
            throw new IllegalArgumentException("is " + what + " by everyone ("
                    + PosixFilePermissions.toString(attributes.permissions()) + "); run chmod o-rwx " + path);
        }
    }
}
