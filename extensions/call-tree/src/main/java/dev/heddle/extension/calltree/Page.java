package dev.heddle.extension.calltree;

import java.util.List;

/**
 * A page to print.
 *
 * @param calls how many calls have begun since the last page
 * @param rows the lines
 * @param more how many calls are not listed, most of them older
 * @param sums what all of them come to, where not all are listed
 */
record Page(int calls, List<Row> rows, int more, List<String> sums) {
    private static final int COLUMNS = 7;
    private static final int TIME = 5;
    private static final String GAP = "  ";

    /** The text: columns as wide as they must be, and none that is empty. */
    String text(String processes) {
        int[] widths = new int[COLUMNS];
        for (Row row : rows) {
            for (int column = 0; column < COLUMNS && !row.heading(); column++) {
                widths[column] = Math.max(widths[column], row.cell(column).length());
            }
        }
        StringBuilder text = new StringBuilder("call tree of " + processes + ": " + calls(calls) + "\n");
        for (Row row : rows) {
            text.append(row.heading() ? "\n" + row.cell(0) : line(row, widths)).append('\n');
        }
        if (more > 0) {
            text.append("\nand ").append(calls(more)).append(" that found no room, most of them older; all together\n");
            sums.forEach(sum -> text.append(sum).append('\n'));
        }
        return text.append('\n').toString();
    }

    private static String line(Row row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            if (widths[column] > 0) {
                String cell = row.cell(column);
                String space = " ".repeat(widths[column] - cell.length());
                line.append(column == TIME ? space + cell : cell + space).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    static String calls(int count) {
        return count + (count == 1 ? " call" : " calls");
    }
}
