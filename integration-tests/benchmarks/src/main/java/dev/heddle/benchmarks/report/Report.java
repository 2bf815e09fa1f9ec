package dev.heddle.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that was measured in one run. */
public final class Report {
    private static final String METHOD = """
            In each round every arm has its turn, in JVMs of its own. A cell is the median of the rounds, ± half the way from
            the least to the most. "Over" is the median of each round's own ratio (×) or difference (+), with its interval in
            brackets: of at least 90 % from five rounds on, below that all that was seen, and of a single round none. Within: all of the interval keeps
            the limit. Above: none of it does. Unclear: the limit lies in the interval. Limits are the design's; half a
            nanosecond and half a byte count as nothing.
            """;

    private final List<Section> sections = new ArrayList<>();

    public void add(Section section) {
        sections.add(section);
    }

    public String markdown() {
        return "# What Heddle costs\n\n" + machine() + "\n\n" + METHOD + "\n"
                + sections.stream().map(Section::markdown).collect(Collectors.joining("\n")) + "\n" + summary();
    }

    /** Writes it into a folder, in both forms. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("benchmarks.md"), markdown());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("machine", machine());
        data.put("method", METHOD);
        data.put("summary", summary());
        data.put("sections", sections.stream().map(Section::data).toList());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("benchmarks.json").toFile(), data);
    }

    private String summary() {
        Map<Comparison.Verdict, Long> counts = sections.stream()
                .flatMap(Section::verdicts)
                .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
        long limits = counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Comparison.Verdict.NONE)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "**%d of %d limits are exceeded; %d within, %d unclear, %d failed.**\n"
                        .formatted(
                                counts.getOrDefault(Comparison.Verdict.ABOVE, 0L),
                                limits,
                                counts.getOrDefault(Comparison.Verdict.WITHIN, 0L),
                                counts.getOrDefault(Comparison.Verdict.UNCLEAR, 0L),
                                counts.getOrDefault(Comparison.Verdict.FAILED, 0L))
                + sections.stream()
                        .flatMap(Section::above)
                        .map(line -> "- " + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String machine() {
        return "%s, JDK %s, %s with %d processors."
                .formatted(
                        LocalDate.now(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors());
    }
}
