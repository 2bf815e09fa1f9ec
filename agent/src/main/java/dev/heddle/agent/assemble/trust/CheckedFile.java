package dev.heddle.agent.assemble.trust;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * A file of a folder that only root and the JVM's user may write, as the folders on its way and itself: checked in the
 * folder that is open, from which it is then opened, so that nobody else can put another in its place in between. A link
 * is followed as long as it stays in the folder. Not thread-safe.
 */
final class CheckedFile implements Closeable {
    private final OpenFolder folder;
    private final Path name;
    private final PosixFileAttributes attributes;
    private final SeekableByteChannel channel;

    private CheckedFile(OpenFolder folder, Path name, PosixFileAttributes attributes, SeekableByteChannel channel) {
        this.folder = folder;
        this.name = name;
        this.attributes = attributes;
        this.channel = channel;
    }

    static CheckedFile open(File file, FileRights rights) throws UntrustedException, IOException {
        Path folder = file.getAbsoluteFile().getParentFile().toPath().toRealPath();
        Path real = file.toPath().toRealPath();
        if (!FileRights.areKnown(real)) {
            return new CheckedFile(null, real, null, Files.newByteChannel(real));
        }
        if (!real.startsWith(folder)) {
            rights.object(file + " is a link that leaves its folder, to " + real
                    + "; copy the file there, or name it itself in heddle.extensions");
            folder = real.getParent();
        }
        return open(OpenFolder.of(folder), folder.relativize(real), rights);
    }

    private static CheckedFile open(OpenFolder outer, Path way, FileRights rights)
            throws UntrustedException, IOException {
        OpenFolder folder = outer;
        try {
            rights.require(folder.path(), folder.attributes());
            for (Path each = way; each.getNameCount() > 1; each = each.subpath(1, each.getNameCount())) {
                folder = folder.enter(each.getName(0));
                rights.require(folder.path(), folder.attributes());
            }
            Path name = way.getFileName();
            PosixFileAttributes attributes = folder.attributes(name);
            if (!attributes.isRegularFile()) {
                throw new IOException("it is no regular file any more");
            }
            rights.require(folder.path().resolve(name), attributes);
            return new CheckedFile(folder, name, attributes, folder.open(name));
        } catch (UntrustedException | IOException | RuntimeException unfit) {
            folder.close();
            throw unfit;
        }
    }

    /** What is in it. Closing the stream closes the file. */
    InputStream content() {
        return Channels.newInputStream(channel);
    }

    /** Refuses what was written while it was read, of which nobody knows what has been read. */
    void requireUnchanged() throws IOException {
        if (attributes != null) {
            PosixFileAttributes now = folder.attributes(name);
            if (now.size() != attributes.size()
                    || !now.lastModifiedTime().equals(attributes.lastModifiedTime())
                    || !now.fileKey().equals(attributes.fileKey())) {
                throw new IOException("it has changed while it was read; copy it under another name, then rename it");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (folder != null) {
            folder.close();
        }
    }
}
