package dev.heddle.benchmarks.determinism;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prices orders: numbers, texts, sorting, and maps that are filled, read and gone through. Asked for fewer than none it looks
 * its static prices up anew each time, as many as there would be, which is the worst that harmless code can do to the watcher.
 */
public final class PricingWorkflow implements Workflows.Pricing {
    private static final int LINES = 40;
    private static final int ARTICLES = 25;
    private static final Map<String, BigDecimal> PRICES = prices();

    private record Line(String article, int count) {}

    private static Map<String, BigDecimal> prices() {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (int i = 0; i < ARTICLES; i++) {
            prices.put("article-" + i, BigDecimal.valueOf(100 + 7L * i, 2));
        }
        return prices;
    }

    @Override
    public long price(int orders) {
        long sum = 0;
        Map<String, BigDecimal> prices = PRICES;
        for (int i = 0; i < Math.abs(orders); i++) {
            sum += orders < 0 ? price(lines(i)) : price(lines(i), prices);
        }
        return sum;
    }

    private static List<Line> lines(int order) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line("article-" + (i * 31 + order) % ARTICLES, 1 + (i + order) % 7));
        }
        lines.sort(Comparator.comparing(Line::article).thenComparingInt(Line::count));
        return lines;
    }

    private static long price(List<Line> lines) {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> each : counts(lines).entrySet()) {
            total = total.add(PRICES.get(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())));
        }
        return bill(lines, total);
    }

    private static long price(List<Line> lines, Map<String, BigDecimal> prices) {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> each : counts(lines).entrySet()) {
            total = total.add(prices.get(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())));
        }
        return bill(lines, total);
    }

    private static Map<String, Integer> counts(List<Line> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (Line line : lines) {
            counts.merge(line.article(), line.count(), Integer::sum);
        }
        return counts;
    }

    private static long bill(List<Line> lines, BigDecimal total) {
        StringBuilder bill = new StringBuilder();
        for (Line line : lines) {
            bill.append(line.count()).append(" x ").append(line.article()).append('\n');
        }
        return total.unscaledValue().longValue() + bill.toString().hashCode();
    }
}
