package dev.heddle.extension.determinism;

import acme.corpus.Corpus;
import acme.corpus.Kind;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of all programs of the corpus, by the extension and the agent as they ship, in a JVM of its own. */
final class CorpusRun {
    private static final Path EXTENSION = Path.of("target", "heddle-extension-determinism.jar");
    private static final Pattern FOUND = Pattern.compile("workflow (\\d+-[a-z]+): ([a-z]+): ");

    private final Set<String> found;
    private final String output;

    /** Runs it. */
    CorpusRun() {
        output = jvm("").run(Corpus.class.getName()).expectSuccess();
        found = output.lines()
                .map(FOUND::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1) + ' ' + match.group(2))
                .collect(Collectors.toSet());
    }

    /** A JVM with the extension, which has these settings, each after a comma. */
    static ForkedJvm jvm(String settings) {
        return new ForkedJvm()
                .classPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry ->
                                !Path.of(entry).getFileName().toString().startsWith("heddle-extension"))
                        .collect(Collectors.joining(File.pathSeparator)))
                .agent("extensions=" + EXTENSION.toAbsolutePath() + settings);
    }

    String output() {
        return output;
    }

    /** Whether the rule of a kind was found in one of its forms. */
    boolean finds(int kind, String form) {
        return found.contains(
                Corpus.type(kind, form) + ' ' + Corpus.kinds().get(kind).rule());
    }

    /** What was found in the harmless twins. */
    List<String> falseHits() {
        return output.lines().filter(line -> line.contains("-harmless: ")).toList();
    }

    /** The rows of the table of the page. */
    List<String> table() {
        List<String> rows = new ArrayList<>();
        List<Kind> kinds = Corpus.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            StringBuilder row = new StringBuilder("| ")
                    .append(kinds.get(i).rule())
                    .append(" | ")
                    .append(kinds.get(i).name())
                    .append(" |");
            for (String form : Corpus.FORMS.subList(0, 3)) {
                row.append(finds(i, form) ? " found |" : " missed |");
            }
            String harmless = Corpus.type(i, "harmless") + ": ";
            row.append(
                    falseHits().stream().anyMatch(line -> line.contains(' ' + harmless))
                            ? " false hit |"
                            : " passes |");
            rows.add(row.toString());
        }
        return rows;
    }
}
