package dev.heddle.versions;

import static java.util.stream.Collectors.joining;

import dev.heddle.harness.CoveragePage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code COVERAGE.md}: written from what the versions show, and read to be compared with it. */
final class Page {
    /** What comes after the libraries is written elsewhere. */
    private static final String OTHERS = "Frameworks";

    private static final String INTRODUCTION = """
            # What Heddle intercepts in each version

            An application that makes every call of its library runs with each of these versions, and with an extension
            that counts what it sees. *Intercepted* means that each call was seen exactly once; *headers* that the
            operation has headers there. Under *plugin* are the methods of
            [plugins](../agent-api/README.md#plugins), under *drop-in* the SDK's types of [drop-ins](../agent/DROP-INS.md),
            which are looked at in the lowest, a middle and the newest version alone. `mvn verify` compares this page with the lowest, a middle and the newest version,
            `mvn -Pmatrix verify` with all; `mvn -Pmatrix verify -Dcoverage.write` writes it anew, from
            [versions.txt](versions/versions.txt), [holes.txt](versions/holes.txt) and what the versions show.
            """;

    private final Map<Library, Coverage> coverages = new EnumMap<>(Library.class);
    private final List<Hole> holes = Hole.all();

    Page() {
        for (Library library : Library.values()) {
            coverages.put(library, new Coverage(library.versions()));
        }
    }

    Coverage of(Library library) {
        return coverages.get(library);
    }

    static String text() {
        return CoveragePage.text();
    }

    void write() {
        CoveragePage.write(render());
    }

    /** The page as it was written before. */
    static Page read() {
        Page page = new Page();
        Library library = null;
        String category = null;
        for (String line : text().split("\n")) {
            if (line.equals("## " + OTHERS)) {
                break;
            } else if (line.startsWith("## ")) {
                library = Library.of(line.substring(3));
            } else if (line.startsWith("### ")) {
                category = line.substring(4);
            } else if (line.startsWith("| `")) {
                page.readOperation(library, category, line.split(" *\\| *", -1));
            } else if (line.startsWith("| JDK")) {
                page.readRun(library, line.split(" *\\| *", -1));
            }
        }
        return page;
    }

    private void readOperation(Library library, String category, String[] cells) {
        String operation = category + ' ' + cells[1].replace("`", "");
        State[] columns = isOfFew(operation)
                ? new State[] {State.INTERCEPTED}
                : new State[] {State.INTERCEPTED, State.WITH_HEADERS, State.ABSENT, State.MISSED};
        for (int i = 0; i < columns.length; i++) {
            for (String version : new Ranges(library.versions()).read(cells[i + 2].replaceAll(" \\(\\d+\\)", ""))) {
                of(library).put(operation, version, columns[i]);
            }
        }
    }

    private void readRun(Library library, String[] cells) {
        new Ranges(library.versions())
                .read(cells[2])
                .forEach(version -> of(library).ran(cells[1], version));
    }

    String render() {
        return INTRODUCTION
                + coverages.keySet().stream().map(this::section).collect(joining())
                + CoveragePage.from(OTHERS);
    }

    private String section(Library library) {
        Coverage coverage = of(library);
        StringBuilder text = new StringBuilder("\n## " + library.title() + '\n');
        if (!coverage.runs().isEmpty()) {
            text.append("\n| Run with | Versions |\n|---|---|\n");
            coverage.runs()
                    .forEach((setting, versions) ->
                            text.append(row(setting, new Ranges(library.versions()).write(versions))));
        }
        categories(coverage).forEach(category -> {
            text.append("\n### ").append(category);
            if (isOfFew(category + ' ')) {
                text.append("\n\n| Method or type | Called in |\n|---|---|\n");
                coverage.operations().stream()
                        .filter(operation -> category(operation).equals(category))
                        .forEach(operation -> text.append(called(library, operation)));
                return;
            }
            text.append(
                    "\n\n| Operation | Intercepted | Headers | Not there | Not intercepted |\n|---|---|---|---|---|\n");
            coverage.operations().stream()
                    .filter(operation -> category(operation).equals(category))
                    .forEach(operation -> text.append(operation(library, operation)));
        });
        List<Hole> own =
                holes.stream().filter(hole -> hole.library() == library).toList();
        if (!own.isEmpty()) {
            text.append("\n### Why not\n\n");
            own.forEach(hole ->
                    text.append(number(hole)).append(". ").append(hole.reason()).append('\n'));
        }
        return text.toString();
    }

    private String operation(Library library, String operation) {
        Coverage coverage = of(library);
        Ranges ranges = new Ranges(library.versions());
        return row(
                '`' + operation.substring(category(operation).length() + 1) + '`',
                ranges.write(coverage.versions(operation, EnumSet.of(State.INTERCEPTED, State.WITH_HEADERS))),
                ranges.write(coverage.versions(operation, EnumSet.of(State.WITH_HEADERS))),
                ranges.write(coverage.versions(operation, EnumSet.of(State.ABSENT))),
                missed(library, operation, ranges));
    }

    /** Whether it is looked at in a few versions alone: the methods of plugins, and the types of drop-ins. */
    static boolean isOfFew(String operation) {
        return operation.startsWith("plugin ") || operation.startsWith("drop-in ");
    }

    private String called(Library library, String operation) {
        List<String> versions = of(library).versions(operation, EnumSet.of(State.INTERCEPTED));
        List<String> missed = of(library).versions(operation, EnumSet.of(State.MISSED));
        return row(
                '`' + operation.substring(category(operation).length() + 1) + '`',
                String.join(", ", versions) + (missed.isEmpty() ? "" : ", not in " + missed + " (0)"));
    }

    /** The versions in which it is missed, by reason. */
    private String missed(Library library, String operation, Ranges ranges) {
        List<String> versions = of(library).versions(operation, EnumSet.of(State.MISSED));
        Stream<String> explained = holes.stream()
                .filter(hole -> versions.stream().anyMatch(version -> hole.explains(library, operation, version)))
                .map(hole -> ranges.write(versions.stream()
                                .filter(version -> hole.explains(library, operation, version))
                                .toList())
                        + " (" + number(hole) + ')');
        List<String> unexplained = versions.stream()
                .filter(version -> holes.stream().noneMatch(hole -> hole.explains(library, operation, version)))
                .toList();
        Stream<String> rest = unexplained.isEmpty() ? Stream.empty() : Stream.of(ranges.write(unexplained) + " (0)");
        return Stream.concat(explained, rest).collect(joining(", "));
    }

    private long number(Hole hole) {
        return holes.stream()
                        .filter(other -> other.library() == hole.library())
                        .toList()
                        .indexOf(hole)
                + 1L;
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> " " + cell + " |").collect(joining("", "|", "\n"));
    }

    private static List<String> categories(Coverage coverage) {
        return coverage.operations().stream().map(Page::category).distinct().toList();
    }

    private static String category(String operation) {
        return operation.substring(0, operation.lastIndexOf(' '));
    }
}
