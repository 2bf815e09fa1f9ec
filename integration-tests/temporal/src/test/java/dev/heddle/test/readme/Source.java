package dev.heddle.test.readme;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of Java of this project, its words apart from its comments.
 *
 * @param code the words of the code
 * @param prose the comments, and the texts in quotes, as they are
 */
record Source(Path file, Set<String> code, List<String> prose) {
    /** A comment, or a text in quotes of one line or of several. */
    private static final Pattern PROSE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|" + "\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** All of this project. */
    static List<Source> all() {
        Path root = Repository.file("");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    .map(Source::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Source read(Path file) {
        String text = Pages.read(file);
        return new Source(
                file,
                WORD.matcher(PROSE.matcher(text).replaceAll(" "))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet()),
                PROSE.matcher(text).results().map(MatchResult::group).toList());
    }
}
