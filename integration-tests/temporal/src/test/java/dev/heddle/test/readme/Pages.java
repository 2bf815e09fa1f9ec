package dev.heddle.test.readme;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of this project that people read. */
final class Pages {
    private static final Pattern BLOCK = Pattern.compile("( *)```(\\w+)\n(.*?)```", Pattern.DOTALL);

    private Pages() {}

    /** All of them, the first to be read first. */
    static List<Path> all() {
        Path root = Repository.file("");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    .sorted(Pages::byDepth)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int byDepth(Path left, Path right) {
        int depth = Integer.compare(left.getNameCount(), right.getNameCount());
        return depth == 0 ? left.compareTo(right) : depth;
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The pieces of code in a language, without what they are indented by. */
    static List<String> blocks(String page, String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(block -> block.group(3).replaceAll("(?m)^" + block.group(1), ""))
                .toList();
    }
}
