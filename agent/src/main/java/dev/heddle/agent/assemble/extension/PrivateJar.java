package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.log.AgentLog;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * Opens an extension's JAR so that nobody can change it any more: an operator may copy a new version over the file, and
 * what is loaded would be read from the wrong places. A copy is opened that has no name any more, where the system
 * allows it, and so leaves nothing behind however the JVM ends.
 */
final class PrivateJar {
    private PrivateJar() {}

    /** The JAR as it is now; the file itself where no copy can be made. */
    static JarFile open(File file) throws IOException {
        try (FileInputStream content = new FileInputStream(file)) {
            File copy = copy(content);
            return copy == null
                    ? new JarFile(file, true, ZipFile.OPEN_READ, JarFile.runtimeVersion())
                    : new JarFile(copy, true, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, JarFile.runtimeVersion());
        }
    }

    /** A copy, or {@code null} if there is no place for one. */
    private static File copy(FileInputStream content) {
        File copy = null;
        try {
            copy = emptyCopy();
            try (FileOutputStream to = new FileOutputStream(copy)) {
                content.transferTo(to);
            }
            return copy;
        } catch (IOException noPlace) {
            if (copy != null) {
                copy.delete();
            }
            AgentLog.warn(
                    "extensions are read from their files, which must not be overwritten while they are loaded, because "
                            + "java.io.tmpdir takes no copies: {}",
                    noPlace.getMessage());
            return null;
        }
    }

    /** A file of our own: one that somebody else has put there is not taken, nor a link to another. */
    private static File emptyCopy() throws IOException {
        File folder = new File(System.getProperty("java.io.tmpdir", "."));
        for (long number = System.nanoTime(); ; number++) {
            File copy = new File(folder, "heddle-" + Long.toHexString(number) + ".jar");
            if (copy.createNewFile()) {
                return copy;
            }
        }
    }
}
