package dev.heddle.agent.bootstrap;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The agent's JAR as it was at the start, in memory: an operator may overwrite the file while the application runs. It is
 * read by a few lines of our own, since a {@code JarFile} goes back to the file for each entry.
 */
final class AgentJar {
    /** No larger than what the JDK reads without a buffer of its own. */
    private static final int CHUNK = 8192;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int HEADER_SIZE = 46;
    private static final int LOCAL_HEADER_SIZE = 30;

    /** A power of two, and more than there are lengths of names. */
    private static final int LENGTHS = 256;

    private final File file;
    private final long modified;
    private final byte[] bytes;
    /** Where the headers in the directory at the end of the file begin, in its order. */
    private final int[] headers;
    /** By the length of an entry's name: the last header with it, and before each the one before it, or -1. */
    private final int[] last = new int[LENGTHS];

    private final int[] before;

    AgentJar(File file) throws IOException {
        this.file = file;
        modified = file.lastModified();
        bytes = new byte[(int) file.length()];
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            for (int at = 0; at < bytes.length; at += CHUNK) {
                in.readFully(bytes, at, Math.min(CHUNK, bytes.length - at));
            }
        }
        int end = bytes.length - END_SIZE;
        while (end >= 0 && int4(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new IOException(file + " is no JAR");
        }
        headers = new int[int2(end + 10)];
        before = new int[headers.length];
        Arrays.fill(last, -1);
        int header = int4(end + 16);
        for (int i = 0; i < headers.length; i++, header = next(header)) {
            int length = nameLength(header) & LENGTHS - 1;
            headers[i] = header;
            before[i] = last[length];
            last[length] = i;
        }
    }

    private int int2(int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private int int4(int at) {
        return int2(at) | int2(at + 2) << 16;
    }

    private int nameLength(int header) {
        return int2(header + 28);
    }

    private int next(int header) {
        return header + HEADER_SIZE + nameLength(header) + int2(header + 30) + int2(header + 32);
    }

    @SuppressWarnings("deprecation") // Of the ways to make a string the one that looks no charset up.
    private String name(int header) {
        return new String(bytes, 0, header + HEADER_SIZE, nameLength(header));
    }

    /** Where the JAR was. */
    String path() {
        return file.getPath();
    }

    /** Whether another file is there now. */
    boolean isReplaced() {
        return file.length() != bytes.length || file.lastModified() != modified;
    }

    /** The names of the classes of a package in a folder, where their files have that suffix. */
    List<String> classes(String folder, String packageName, String suffix) {
        String prefix = folder + packageName.replace('.', '/') + '/';
        List<String> names = new ArrayList<>();
        for (int header : headers) {
            String entry = name(header);
            if (entry.startsWith(prefix) && entry.endsWith(suffix) && entry.indexOf('/', prefix.length()) < 0) {
                names.add(entry.substring(folder.length(), entry.length() - suffix.length())
                        .replace('/', '.'));
            }
        }
        return names;
    }

    /** What is in an entry, or {@code null} if there is none. */
    byte[] read(String entry) throws IOException {
        int header = find(entry);
        if (header < 0) {
            return null;
        }
        int local = int4(header + 42);
        int data = local + LOCAL_HEADER_SIZE + int2(local + 26) + int2(local + 28);
        byte[] content = new byte[int4(header + 24)];
        if (int2(header + 10) == 0) {
            System.arraycopy(bytes, data, content, 0, content.length);
        } else {
            Packed.unpack(bytes, data, int4(header + 20), content);
        }
        return content;
    }

    /** Where the header of an entry begins, or -1. Each looks at the few entries whose names are as long. */
    private int find(String entry) {
        int i = last[entry.length() & LENGTHS - 1];
        while (i >= 0 && !isNamed(headers[i], entry)) {
            i = before[i];
        }
        return i < 0 ? -1 : headers[i];
    }

    /** From the end, for most names begin alike. */
    private boolean isNamed(int header, String entry) {
        int at = header + HEADER_SIZE;
        if (nameLength(header) != entry.length()) {
            return false;
        }
        for (int i = entry.length() - 1; i >= 0; i--) {
            if (bytes[at + i] != entry.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
