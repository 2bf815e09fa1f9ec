package dev.heddle.agent.bootstrap;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
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

    private final String path;
    private final byte[] bytes;
    /** The directory at the end of the file: where it begins, and how many entries it has. */
    private final int directory;

    private final int count;

    AgentJar(File file) throws IOException {
        path = file.getPath();
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
            throw new IOException(path + " is no JAR");
        }
        directory = int4(end + 16);
        count = int2(end + 10);
    }

    private int int2(int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private int int4(int at) {
        return int2(at) | int2(at + 2) << 16;
    }

    private int next(int header) {
        return header + HEADER_SIZE + int2(header + 28) + int2(header + 30) + int2(header + 32);
    }

    @SuppressWarnings("deprecation") // Of the ways to make a string the one that looks no charset up.
    private String name(int header) {
        return new String(bytes, 0, header + HEADER_SIZE, int2(header + 28));
    }

    /** Where the JAR was. */
    String path() {
        return path;
    }

    /** The names of the classes of a package in a folder, where their files have that suffix. */
    List<String> classes(String folder, String packageName, String suffix) {
        String prefix = folder + packageName.replace('.', '/') + '/';
        List<String> names = new ArrayList<>();
        int header = directory;
        for (int i = 0; i < count; i++, header = next(header)) {
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

    /** Looks an entry up without an index, which would cost each start more than all that is looked up in most. */
    private int find(String entry) {
        int header = directory;
        for (int i = 0; i < count; i++, header = next(header)) {
            if (int2(header + 28) == entry.length() && isNamed(header + HEADER_SIZE, entry)) {
                return header;
            }
        }
        return -1;
    }

    /** From the end, for most names begin alike. */
    private boolean isNamed(int at, String entry) {
        for (int i = entry.length() - 1; i >= 0; i--) {
            if (bytes[at + i] != entry.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
