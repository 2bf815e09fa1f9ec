package dev.heddle.agent.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/**
 * Where a command line and a JVM meet: a folder that only their user can enter, named by the process ID of the JVM, in
 * which who asks opens a socket for each question.
 */
final class MeetingPlace {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private MeetingPlace() {}

    /** The folder of a JVM whose temporary files go there. */
    static Path folder(String temporaryFolder, long pid) {
        return Path.of(temporaryFolder, "heddle-" + pid);
    }

    /** Makes the folder, unless it is there. */
    static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            create(folder);
        }
        requirePrivate(folder);
    }

    private static void create(Path folder) throws IOException {
        try {
            try {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } catch (UnsupportedOperationException notPosix) {
                Files.createDirectory(folder);
            }
        } catch (IOException noPlace) {
            throw new IOException("java.io.tmpdir of that JVM takes no folder (" + noPlace + ")", noPlace);
        }
    }

    /** Refuses a folder that somebody else may have made, or may enter. */
    static void requirePrivate(Path folder) throws IOException {
        boolean link = !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
        if (link || !isOwn(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName()) || !isClosed(folder)) {
            throw new IOException(folder + " is not what only this user can enter; remove it");
        }
    }

    private static boolean isClosed(Path folder) throws IOException {
        return !folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                || Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                        .equals(OWNER_ONLY);
    }

    /** Refuses a socket whose other end is another user's, as the system has it, whatever lies in the file system. */
    static void requireOwn(SocketChannel socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            String user =
                    socket.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            if (!isOwn(user)) {
                throw new IOException("the other side is of user " + user);
            }
        }
    }

    private static boolean isOwn(String user) {
        Optional<String> own = ProcessHandle.current().info().user();
        return own.isEmpty() || own.get().equals(user);
    }
}
