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

/** One run of all programs of the corpus, by the extension and the agent as they ship, in a JVM for each language. */
final class CorpusRun {
    private static final Path EXTENSION = Path.of("target", "heddle-extension-determinism.jar");
    private static final Pattern FOUND = Pattern.compile("workflow (\\d+-[a-z]+): ([a-z]+): ");

    private final Set<String> found;
    private final String output;

    /** Runs it. */
    CorpusRun() {
        output = jvm("").run(Corpus.class.getName(), "java").expectSuccess()
                + jvm("").run(Corpus.class.getName(), "kotlin").expectSuccess();
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
                Corpus.type(kind, form) + ' ' + Corpus.all().get(kind).rule());
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
            Kind kind = kinds.get(i);
            StringBuilder row = new StringBuilder("| " + kind.rule() + " | " + kind.name() + " |");
            cells(i, row);
            int kotlin = kotlin(kind);
            if (kotlin < 0) {
                row.append(" |");
            } else {
                row.append(' ').append(inShort(kotlin)).append(" |");
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private void cells(int kind, StringBuilder row) {
        for (String form : Corpus.FORMS.subList(0, 3)) {
            row.append(finds(kind, form) ? " found |" : " missed |");
        }
        row.append(passes(kind) ? " passes |" : " false hit |");
    }

    private boolean passes(int kind) {
        String harmless = Corpus.type(kind, "harmless") + ": ";
        return falseHits().stream().noneMatch(line -> line.contains(' ' + harmless));
    }

    private static int kotlin(Kind kind) {
        List<Kind> all = Corpus.all();
        for (int i = Corpus.kinds().size(); i < all.size(); i++) {
            if (all.get(i).rule().equals(kind.rule()) && all.get(i).name().equals(kind.name())) {
                return i;
            }
        }
        return -1;
    }

    /** How many of the three forms are found, and whether the twin is. */
    private String inShort(int kind) {
        long found = Corpus.FORMS.subList(0, 3).stream()
                .filter(form -> finds(kind, form))
                .count();
        return (found == 3 ? "found" : found + " of 3") + (passes(kind) ? "" : ", false hit");
    }
}
