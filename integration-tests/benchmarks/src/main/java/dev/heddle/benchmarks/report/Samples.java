package dev.heddle.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** What was measured round after round, in that order. */
public record Samples(List<Double> values) {
    /** The least of the coverage that an interval has where there are five rounds or more. */
    private static final double COVERAGE = 0.9;

    public Samples {
        values = List.copyOf(values);
    }

    public double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Where the median of all possible rounds lies, by the signs of the differences from it: its lower end. */
    double low() {
        return sorted().get(outside());
    }

    /** The upper end of what {@link #low} begins. */
    double high() {
        return sorted().get(values.size() - 1 - outside());
    }

    /** Round by round, these and others. */
    Samples with(Samples others, DoubleBinaryOperator operator) {
        int rounds = Math.min(values.size(), others.values.size());
        return new Samples(IntStream.range(0, rounds)
                .mapToObj(i -> operator.applyAsDouble(values.get(i), others.values.get(i)))
                .toList());
    }

    /** The same of each one of several things that were measured together. */
    Samples each(double things) {
        return new Samples(values.stream().map(value -> value / things).toList());
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }

    /** How many of the lowest, and of the highest, the interval can do without: of a coin's throws so few are heads. */
    private int outside() {
        int rounds = values.size();
        double exactly = Math.pow(0.5, rounds);
        double fewer = 0;
        int count = 0;
        while (true) {
            fewer += exactly;
            if (1 - 2 * fewer < COVERAGE) {
                return Math.max(0, count - 1);
            }
            exactly *= (double) (rounds - count) / (count + 1);
            count++;
        }
    }

    /** The median, and half of the way from the least to the most. */
    String describe() {
        List<Double> sorted = sorted();
        double half = (sorted.get(sorted.size() - 1) - sorted.get(0)) / 2;
        double percent = median() == 0 ? 0 : 100 * half / Math.abs(median());
        return format(median()) + (values.size() < 2 ? "" : " ±%.0f%%".formatted(percent));
    }

    /** Three digits and no more than are known. */
    static String format(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 || value == Math.rint(value) ? 0 : size >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("^-(0(\\.0+)?)$", "$1");
    }
}
