package dev.heddle.versions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Versions as a reader likes them: {@code 1.0.7–1.19.1, 1.24.3}, or {@code all}.
 *
 * @param all all versions there are, in their order
 */
record Ranges(List<String> all) {
    private static final String TO = "–";
    private static final String ALL = "all";

    String write(Collection<String> versions) {
        if (versions.containsAll(all)) {
            return ALL;
        }
        List<String> ranges = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            int next = first;
            while (next < all.size() && versions.contains(all.get(next))) {
                next++;
            }
            if (next > first) {
                String from = all.get(first);
                ranges.add(next == first + 1 ? from : from + TO + all.get(next - 1));
                first = next;
            }
        }
        return String.join(", ", ranges);
    }

    Set<String> read(String text) {
        Set<String> versions = new LinkedHashSet<>();
        for (String range : text.isBlank() ? new String[0] : text.split(", ")) {
            String[] ends = range.equals(ALL) ? new String[] {all.get(0), all.get(all.size() - 1)} : range.split(TO);
            versions.addAll(all.subList(all.indexOf(ends[0]), all.indexOf(ends[ends.length - 1]) + 1));
        }
        return versions;
    }
}
