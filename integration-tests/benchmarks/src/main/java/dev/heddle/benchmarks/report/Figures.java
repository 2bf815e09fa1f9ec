package dev.heddle.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured of one thing, round after round; or why it was not. */
public final class Figures {
    /** Measures once more. */
    public interface Attempt {
        void measure(Figures figures) throws Exception;
    }

    private final Map<Unit, List<Double>> values = new EnumMap<>(Unit.class);
    private String failure;

    /** Measures once more, unless that has failed before. It is said where it fails, and goes on. */
    public void attempt(Attempt attempt) {
        if (failure != null) {
            return;
        }
        try {
            attempt.measure(this);
        } catch (Exception | LinkageError failed) {
            failed.printStackTrace();
            String message =
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            failure = failed.getClass().getSimpleName() + ": " + message;
        }
    }

    public void add(Unit unit, double value) {
        values.computeIfAbsent(unit, added -> new ArrayList<>()).add(value);
    }

    boolean has(Unit unit) {
        return values.containsKey(unit);
    }

    /** What went wrong, or {@code null}. */
    String failure() {
        return failure;
    }

    Samples of(Unit unit) {
        return new Samples(values.get(unit));
    }

    /** The median, or nothing where there is none. */
    public double median(Unit unit) {
        return has(unit) ? of(unit).median() : Double.NaN;
    }

    /** These per one of several things that were measured together. */
    public Figures each(int things) {
        Figures each = derived();
        values.keySet()
                .forEach(unit -> each.values.put(unit, of(unit).each(things).values()));
        return each;
    }

    /** By how much these exceed others, round by round, in one unit. */
    public Figures over(Figures others, Unit unit) {
        Figures over = derived();
        if (has(unit) && others.has(unit)) {
            over.values.put(
                    unit,
                    of(unit).with(others.of(unit), (own, other) -> own - other).values());
        } else if (others.failure != null) {
            over.failure = others.failure;
        }
        return over;
    }

    private Figures derived() {
        Figures derived = new Figures();
        derived.failure = failure;
        return derived;
    }

    String describe(Unit unit) {
        return has(unit) ? of(unit).describe() : failure == null ? "" : "failed";
    }

    /** For JSON. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        values.forEach((unit, list) -> data.put(unit.toString(), list));
        if (failure != null) {
            data.put("failure", failure);
        }
        return data;
    }
}
