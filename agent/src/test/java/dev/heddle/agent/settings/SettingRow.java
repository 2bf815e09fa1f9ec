package dev.heddle.agent.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A row of a page's table of settings. */
public final class SettingRow {
    private SettingRow() {}

    /** Those that a page of the agent's has, but for the one that stands for whatever an extension reads. */
    public static List<String> of(String page) throws IOException {
        return Files.readString(Path.of(page))
                .lines()
                .filter(line -> line.matches("\\| `heddle\\.[^`]+` \\| .*") && !line.contains("<key>"))
                .toList();
    }

    /** As a definition says it. */
    public static String of(String name, String fits, String fallback, String description) {
        String value = fallback == null || fallback.isEmpty() ? "" : '`' + fallback + "` ";
        return "| `" + name + "` | " + fits + " | " + value + "| " + description + " |";
    }
}
