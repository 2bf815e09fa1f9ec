package dev.heddle.extension.calltree;

import java.util.List;
import java.util.function.Function;

/**
 * A page to print.
 *
 * @param calls how many calls have begun since the last page
 * @param rows the lines
 * @param more how many calls found no room
 */
record Page(int calls, List<Row> rows, int more) {
    private static final String GAP = "  ";

    /** The text: columns as wide as they must be, and none that is empty. */
    String text(long process) {
        int call = width(Row::call);
        int name = width(Row::name);
        int id = width(Row::id);
        int headers = width(Row::headers);
        int time = width(Row::time);
        StringBuilder text = new StringBuilder("call tree of process " + process + ": " + Text.calls(calls) + "\n");
        for (Row row : rows) {
            if (row.heading()) {
                text.append('\n').append(row.call()).append('\n');
                continue;
            }
            String line = left(row.call(), call)
                    + left(row.name(), name)
                    + left(row.id(), id)
                    + left(row.headers(), headers)
                    + right(row.time(), time)
                    + row.outcome();
            text.append(line.stripTrailing()).append('\n');
        }
        if (more > 0) {
            text.append("... and ").append(more).append(" more\n");
        }
        return text.append('\n').toString();
    }

    private int width(Function<Row, String> column) {
        return rows.stream()
                .filter(row -> !row.heading())
                .map(column)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String left(String cell, int width) {
        return width == 0 ? "" : cell + " ".repeat(width - cell.length()) + GAP;
    }

    private static String right(String cell, int width) {
        return width == 0 ? "" : " ".repeat(width - cell.length()) + cell + GAP;
    }
}
