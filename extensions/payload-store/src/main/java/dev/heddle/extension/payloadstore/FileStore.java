package dev.heddle.extension.payloadstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Objects as files, in a folder that all share who work on the same workflows. A file appears under its name when it is
 * whole and on the disk; until then it has another, which ends with {@code .part}. Nobody gets at them but the owner and, as
 * the umask has it, the group.
 */
final class FileStore implements ObjectStore {
    private static final String PART = ".part";

    private final Path root;
    private final boolean posix;

    private FileStore(Path root, boolean posix) {
        this.root = root;
        this.posix = posix;
    }

    /**
     * The store in a folder.
     *
     * @throws IllegalArgumentException if the folder is missing or open to everyone, saying what to do
     */
    static FileStore in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("file.folder is " + folder
                    + ", which is no folder; create it, for all who work on the same workflows");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalArgumentException("file.folder " + folder + " lets everyone in ("
                        + PosixFilePermissions.toString(permissions) + "); run chmod o-rwx " + folder);
            }
        }
        return new FileStore(folder.toRealPath(), view != null);
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Path file = file(key);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == bytes.length) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return;
            } catch (NoSuchFileException swept) {
                // Written again.
            }
        }
        createFolders(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        sync(file.getParent());
    }

    private void write(Path part, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (FileChannel channel = FileChannel.open(part, options, permissions("rw-rw----"))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A folder can be opened and written to the disk where the system knows that. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unknown) {
            // The name of the file may be lost with the power; whoever wrote it may then write it again.
        }
    }

    private void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolders(folder.getParent());
        try {
            Files.createDirectory(folder, permissions("rwxrwx---"));
        } catch (FileAlreadyExistsException meanwhile) {
            // By another.
        }
    }

    /** As a file is created, so that it is never open to others. */
    private FileAttribute<?>[] permissions(String text) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    @Override
    public byte[] get(String key, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file(key), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    @Override
    public void list(String prefix, Consumer<? super StoredObject> object) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String key = root.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && key.startsWith(prefix)) {
                    object.accept(new StoredObject(
                            key,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private Path file(String key) throws IOException {
        Path file = ObjectKey.isPath(key) ? root.resolve(key).normalize() : root;
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("its key is none");
        }
        return file;
    }

    @Override
    public String toString() {
        return "the folder " + root;
    }
}
