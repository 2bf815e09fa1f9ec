package dev.heddle.extension.calltree;

import java.util.List;

/**
 * A line of a page.
 *
 * @param depth how far it is indented; 0 for a heading, whose one cell takes the whole width
 * @param cells the call, its process, name, ID, headers, time and outcome
 * @param mark what tells the call from all others, in all processes; empty if it is not traced
 * @param caller the mark of the call that led to this one, or empty
 */
record Row(int depth, List<String> cells, String mark, String caller) {
    static Row heading(String text) {
        return new Row(0, List.of(text), "", "");
    }

    boolean heading() {
        return depth == 0;
    }

    Row at(int otherDepth) {
        return new Row(otherDepth, cells, mark, caller);
    }

    /** What stands in a column. */
    String cell(int column) {
        return column == 0 ? "  ".repeat(depth) + cells.get(0) : cells.get(column);
    }
}
