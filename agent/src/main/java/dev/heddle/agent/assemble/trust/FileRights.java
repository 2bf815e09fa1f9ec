package dev.heddle.agent.assemble.trust;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who may write a file: nobody but root and the JVM's user, unless the setting {@code heddle.extensions.rights} says
 * otherwise. A group counts as others, also where it is named like its only user, for nothing keeps it so.
 */
final class FileRights {
    private static final AgentSetting SETTING = AgentSetting.EXTENSIONS_RIGHTS;
    private static final String OVERRIDE = SETTING + "=ignore";

    private final AgentSettings settings;
    private volatile UserPrincipal root;
    private volatile UserPrincipal own;

    FileRights(AgentSettings settings) {
        this.settings = settings;
    }

    /** Whether the rights of a file can be seen. */
    static boolean areKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Refuses what others may write, or says that the operator wants it all the same. */
    void require(Path path, PosixFileAttributes attributes) throws UntrustedException, IOException {
        String problem = problem(path, attributes);
        if (problem != null) {
            object(problem);
        }
    }

    /** Refuses what is wrong with a file's rights or links, or says that the operator wants it all the same. */
    void object(String problem) throws UntrustedException {
        String wanted = settings.get(SETTING);
        if (!wanted.equalsIgnoreCase("ignore")) {
            throw new UntrustedException(problem + ", or set " + OVERRIDE
                    + (wanted.equalsIgnoreCase("check")
                            ? ""
                            : " (" + SETTING + " is '" + wanted + "' and should be check or ignore; check is used)"));
        }
        String line = problem + "; it is used all the same, because " + SETTING + " is 'ignore'";
        if (settings.first(line)) {
            AgentLog.get().warn(line);
        }
    }

    private String problem(Path path, PosixFileAttributes attributes) throws IOException {
        UserPrincipal owner = attributes.owner();
        if (!owner.equals(root(path.getFileSystem())) && !owner.equals(own())) {
            return path + " belongs to " + owner.getName() + ", who could change it; chown it to root"
                    + (own == null ? "" : " or " + own.getName());
        }
        boolean open = attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        return open && !(attributes.isDirectory() && isReadOnly(path))
                ? "others than its owner may write " + path + " ("
                        + PosixFilePermissions.toString(attributes.permissions()) + ", " + owner.getName() + ':'
                        + attributes.group().getName() + "); chmod go-w " + path
                : null;
    }

    /** On a file system that nobody here can write, as Kubernetes mounts a ConfigMap's folder, which it opens to all. */
    private static boolean isReadOnly(Path folder) {
        try {
            return Files.getFileStore(folder).isReadOnly();
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    private UserPrincipal root(FileSystem system) throws IOException {
        UserPrincipal known = root;
        if (known == null) {
            known = named("root", system);
            known = known == null ? system.getUserPrincipalLookupService().lookupPrincipalByName("0") : known;
            root = known;
        }
        return known;
    }

    /** The JVM's user, as the file system has it: whoever owns what this JVM makes; {@code null} if it can make nothing. */
    private UserPrincipal own() {
        if (own == null) {
            File made = null;
            try {
                made = PrivateCopy.emptyFile();
                own = Files.getOwner(made.toPath());
            } catch (IOException noPlace) {
                own = named(System.getProperty("user.name"), Path.of("").getFileSystem());
            } finally {
                if (made != null) {
                    made.delete();
                }
            }
        }
        return own;
    }

    private static UserPrincipal named(String user, FileSystem system) {
        try {
            return system.getUserPrincipalLookupService().lookupPrincipalByName(user);
        } catch (IOException nobodyIsCalledSo) {
            return null;
        }
    }
}
