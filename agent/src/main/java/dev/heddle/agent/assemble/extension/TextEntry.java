package dev.heddle.agent.assemble.extension;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A short text in a JAR. It is read up to a limit, for a JAR of a few bytes can have an entry of a gigabyte. */
final class TextEntry {
    private static final int LONGEST_SERVICE_FILE = 64 * 1024;
    /** The one of a signed JAR has a paragraph for each entry. */
    private static final int LONGEST_MANIFEST = 1024 * 1024;

    private TextEntry() {}

    /** The class names in a service file; empty if there is no class in it, or no such file. */
    static List<String> providers(JarFile jar, String serviceFile) throws IOException, InvalidExtensionException {
        JarEntry entry = jar.getJarEntry(serviceFile);
        if (entry == null) {
            return List.of();
        }
        requireSize(entry, entry.getSize(), LONGEST_SERVICE_FILE);
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readNBytes(LONGEST_SERVICE_FILE + 1);
        }
        requireSize(entry, bytes.length, LONGEST_SERVICE_FILE);
        requireUtf8(entry, bytes);
        List<String> names = new ArrayList<>();
        // A start loads classes for what the JDK has of streams and patterns, and for this none.
        StringTokenizer lines = new StringTokenizer(new String(bytes, StandardCharsets.UTF_8), "\r\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            int comment = line.indexOf('#');
            String name = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Checks what the JDK would read whole, in as many bytes as the entry says it has. */
    static void requireShortManifest(JarFile jar) throws InvalidExtensionException {
        JarEntry entry = jar.getJarEntry(JarFile.MANIFEST_NAME);
        if (entry != null) {
            requireSize(entry, entry.getSize(), LONGEST_MANIFEST);
        }
    }

    private static void requireSize(JarEntry entry, long size, int limit) throws InvalidExtensionException {
        if (size > limit) {
            throw new InvalidExtensionException("its " + entry.getName() + " is longer than " + limit / 1024
                    + " KB, so it is not read; build the JAR again");
        }
    }

    /** A class name has no zero byte, and UTF-16 has one in each ordinary character. */
    private static void requireUtf8(JarEntry entry, byte[] bytes) throws InvalidExtensionException {
        boolean marked = bytes.length > 1
                && (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
        boolean wide = false;
        for (byte each : bytes) {
            wide |= each == 0;
        }
        if (marked || wide) {
            throw new InvalidExtensionException("its " + entry.getName()
                    + " begins with a byte-order mark or is not in UTF-8; save it as UTF-8 without a byte-order mark");
        }
    }
}
