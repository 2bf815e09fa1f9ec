package dev.heddle.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that was measured in one run. */
public final class Table {
    private static final String HEAD = """
            | What | Heddle there | Without | Reference | With Heddle | Over the reference | At most |
            |---|---|---|---|---|---|---|
            """;

    private final List<Row> rows = new ArrayList<>();
    private final String method;

    /** A table of what was measured in this way. */
    public Table(String method) {
        this.method = method;
    }

    public void add(Row row) {
        rows.add(row);
    }

    /** Writes it into a folder, in both forms, and returns it as Markdown. */
    public String write(Path folder) throws IOException {
        String markdown = caption() + "\n\n" + HEAD + lines("\n", "\n", true);
        Files.writeString(folder.resolve("benchmarks.md"), markdown);
        Files.writeString(
                folder.resolve("benchmarks.json"),
                "{\"caption\": \"%s\",\n\"rows\": [\n%s]}\n".formatted(caption(), lines(",\n", "\n", false)));
        return markdown;
    }

    private String lines(String separator, String end, boolean markdown) {
        return rows.stream().map(markdown ? Row::markdown : Row::json).collect(Collectors.joining(separator, "", end));
    }

    private String caption() {
        return "%s, JDK %s, %s with %d processors. %s"
                .formatted(
                        LocalDate.now(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        method);
    }
}
