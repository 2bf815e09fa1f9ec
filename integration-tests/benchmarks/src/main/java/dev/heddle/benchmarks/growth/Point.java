package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM says when it has so many of something. */
final class Point {
    private static final Pattern POINT = Pattern.compile("^point (\\d+) (\\S+) (\\S+)$", Pattern.MULTILINE);

    private Point() {}

    /** The numbers among a JVM's arguments, rising. */
    static int[] parse(String[] arguments, int from) {
        return Stream.of(arguments).skip(from).mapToInt(Integer::parseInt).toArray();
    }

    /** In such a JVM, of each one: the processor time of those since the last point, and the bytes of all. */
    static void say(int count, double nanoseconds, double bytes) {
        System.out.println("point " + count + " " + nanoseconds + " " + bytes);
    }

    /** Runs such a JVM; the figures are by the number of what it has. */
    static void measure(List<String> command, Unit time, double nanoseconds, Map<Integer, Figures> figures)
            throws IOException, InterruptedException {
        Map<Integer, MatchResult> points = new TreeMap<>();
        POINT.matcher(Launch.run(command))
                .results()
                .forEach(point -> points.put(Integer.parseInt(point.group(1)), point));
        points.forEach((count, point) -> {
            figures.get(count).add(time, Double.parseDouble(point.group(2)) / nanoseconds);
            figures.get(count).add(Unit.KIBIBYTES, Double.parseDouble(point.group(3)) / 1024);
        });
    }
}
