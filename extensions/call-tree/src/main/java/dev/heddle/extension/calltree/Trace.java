package dev.heddle.extension.calltree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls in a file, a line each, in cells with tabs between them; and the tree of what several processes have written:
 * {@code java -jar heddle-extension-call-tree.jar client.trace worker.trace}. A process is named as its file is.
 */
public final class Trace {
    private static final String TAB = "\t";

    /** The calls by their marks; one that was open when its line was written has another line later. */
    private final Map<String, Call> calls = new LinkedHashMap<>();

    private record Call(String heading, Row row) {}

    private Trace() {}

    /** Prints the tree of the files that the arguments name. */
    public static void main(String... arguments) throws IOException {
        System.out.print(read(Arrays.stream(arguments).map(Path::of).toList()));
    }

    /** A page as the lines of a file. */
    static String lines(Page page) {
        StringBuilder lines = new StringBuilder();
        String heading = "";
        for (Row row : page.rows()) {
            if (row.heading()) {
                heading = row.cell(0);
            } else if (!row.mark().isEmpty()) {
                String cells = String.join(TAB, row.cells());
                lines.append(String.join(TAB, row.mark(), row.caller(), heading, cells))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    /** The tree of several files. */
    static String read(List<Path> files) throws IOException {
        Trace trace = new Trace();
        List<String> processes = new ArrayList<>();
        for (Path file : files) {
            String process = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            processes.add(process);
            Files.readAllLines(file).forEach(line -> trace.add(process, line));
        }
        return trace.page().text(String.join(", ", processes));
    }

    private void add(String process, String line) {
        List<String> cells = new ArrayList<>(List.of(line.split(TAB, -1)));
        String mark = cells.remove(0);
        String caller = cells.remove(0);
        String heading = cells.remove(0);
        cells.set(1, process);
        calls.put(mark, new Call(heading, new Row(1, cells, mark, caller)));
    }

    private Page page() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        Map<String, List<Row>> children = new LinkedHashMap<>();
        for (Call call : calls.values()) {
            boolean known = calls.containsKey(call.row.caller());
            (known ? children : groups)
                    .computeIfAbsent(known ? call.row.caller() : call.heading, key -> new ArrayList<>())
                    .add(call.row);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((heading, roots) -> {
            rows.add(Row.heading(heading));
            roots.forEach(root -> add(rows, root, children, 1));
        });
        return new Page(calls.size(), rows, 0, List.of());
    }

    private static void add(List<Row> rows, Row call, Map<String, List<Row>> children, int depth) {
        rows.add(call.at(depth));
        children.getOrDefault(call.mark(), List.of()).forEach(child -> add(rows, child, children, depth + 1));
    }
}
