package dev.heddle.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code COVERAGE.md}, of which tests of several modules write a part each: a heading and what follows, up to the next.
 */
public final class CoveragePage {
    private static final Path FILE = Repository.file("integration-tests/COVERAGE.md");

    private CoveragePage() {}

    /** The whole page. */
    public static String text() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes the whole page. */
    public static void write(String text) {
        try {
            Files.writeString(FILE, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** All from a heading on, with the line before it; empty if it is not there. */
    public static String from(String heading) {
        String text = text();
        int start = text.indexOf("\n## " + heading + '\n');
        return start < 0 ? "" : text.substring(start);
    }

    /** The part under a heading, with the line before it; empty if it is not there. */
    public static String part(String heading) {
        String rest = from(heading);
        int end = rest.indexOf("\n## ", 1);
        return end < 0 ? rest : rest.substring(0, end);
    }

    /** Puts a part in place of the one with its heading, or at the end. */
    public static void writePart(String heading, String part) {
        String before = part(heading);
        write(before.isEmpty() ? text() + part : text().replace(before, part));
    }
}
