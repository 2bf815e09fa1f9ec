package orders;

import java.util.ArrayList;
import java.util.List;

/** A page of aligned facts under headings. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    void heading(String text) {
        lines.add(text);
    }

    void fact(String name, Object value) {
        lines.add(String.format("  %-20s %s", name, value));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
