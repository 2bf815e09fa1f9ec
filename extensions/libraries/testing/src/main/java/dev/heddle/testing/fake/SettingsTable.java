package dev.heddle.testing.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of settings in an extension's page: what it names is to be what the extension {@linkplain FakeSettings#asked()
 * asks for}.
 */
public final class SettingsTable {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private SettingsTable() {}

    /**
     * The names in the first column of the table whose head begins with {@code | Setting}.
     *
     * @throws IllegalArgumentException if the page has no such table
     * @throws IOException if the page cannot be read
     */
    public static List<String> names(Path page) throws IOException {
        String text = Files.readString(page);
        int table = text.indexOf("| Setting");
        if (table < 0) {
            throw new IllegalArgumentException(page + " has no table of settings");
        }
        return text.substring(table)
                .split("\n\n")[0]
                .lines()
                .skip(2)
                .flatMap(row -> CODE.matcher(row.split("\\|")[1]).results())
                .map(name -> name.group(1))
                .toList();
    }
}
