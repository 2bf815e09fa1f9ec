package dev.heddle.agent.assemble.trust;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Set;

/**
 * A folder that is open: what is looked at and opened by it is in this very folder, whatever its path leads to meanwhile.
 * It follows no links. Not thread-safe.
 *
 * <p>Where the JDK cannot hold a folder open, as on macOS, it is known by its path; whoever may rename one of its parents
 * could then put another in its place between a look and the next.
 */
final class OpenFolder implements Closeable {
    private final Path path;
    private final DirectoryStream<Path> stream;

    private OpenFolder(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
    }

    static OpenFolder of(Path path) throws IOException {
        return new OpenFolder(path, Files.newDirectoryStream(path));
    }

    private SecureDirectoryStream<Path> held() {
        return stream instanceof SecureDirectoryStream<Path> secure ? secure : null;
    }

    Path path() {
        return path;
    }

    /** Its own attributes. */
    PosixFileAttributes attributes() throws IOException {
        return held() == null
                ? Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : held().getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    }

    /** Those of a file in it. */
    PosixFileAttributes attributes(Path name) throws IOException {
        return held() == null
                ? Files.readAttributes(path.resolve(name), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : held().getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
    }

    /** A folder in it; this one is closed. */
    OpenFolder enter(Path name) throws IOException {
        try (this) {
            return new OpenFolder(
                    path.resolve(name),
                    held() == null
                            ? Files.newDirectoryStream(path.resolve(name))
                            : held().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** A file in it, to be read. */
    SeekableByteChannel open(Path name) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        return held() == null
                ? Files.newByteChannel(path.resolve(name), options)
                : held().newByteChannel(name, options);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
