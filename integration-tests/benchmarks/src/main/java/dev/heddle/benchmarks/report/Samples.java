package dev.heddle.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What was measured again and again: told as a median, with the least and the most. */
public record Samples(List<Double> values) {
    public Samples {
        values = values.stream().sorted().toList();
    }

    public double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** The same of each one of several things that were measured together. */
    public Samples each(int things) {
        return new Samples(values.stream().map(value -> value / things).toList());
    }

    @Override
    public String toString() {
        String least = format(values.get(0));
        String most = format(values.get(values.size() - 1));
        return least.equals(most) ? least : format(median()) + " (" + least + "–" + most + ")";
    }

    /** Three digits and no more than are known. */
    static String format(double value) {
        double size = DoubleStream.of(value).map(Math::abs).sum();
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("^-(0\\.0+)$", "$1");
    }
}
