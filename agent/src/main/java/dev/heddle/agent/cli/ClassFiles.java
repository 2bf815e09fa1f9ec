package dev.heddle.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for classes that this Java cannot load: what would be found in such an application is not what there is. */
final class ClassFiles {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int HEADER = 8;
    private static final int VERSION = 6;
    private static final int BEFORE_JAVA_1 = 44;

    private ClassFiles() {}

    /**
     * Requires that all classes of a folder can be loaded.
     *
     * @param application what they are of
     */
    static void requireLoadable(Path folder, Path application) throws IOException, UnfitApplicationException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(each -> each.toString().endsWith(".class"))
                    .filter(each -> !folder.relativize(each).startsWith(Path.of("META-INF")))
                    .toList();
        }
        for (Path file : files) {
            requireLoadable(folder.relativize(file).toString(), Files.newInputStream(file), application);
        }
    }

    /** Requires that a class can be loaded; closes its file. */
    static void requireLoadable(String name, InputStream classFile, Path application)
            throws IOException, UnfitApplicationException {
        try (InputStream in = classFile) {
            byte[] header = in.readNBytes(HEADER);
            boolean isClass = header.length == HEADER && ByteBuffer.wrap(header).getInt() == MAGIC;
            int java = isClass ? ByteBuffer.wrap(header).getShort(VERSION) - BEFORE_JAVA_1 : 0;
            int here = Runtime.version().feature();
            if (java > here) {
                throw new UnfitApplicationException(application + " is for Java " + java + " (" + name
                        + ") and this is Java " + here + "; have it checked by the java that will run it");
            }
        }
    }
}
