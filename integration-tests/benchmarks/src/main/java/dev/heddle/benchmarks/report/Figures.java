package dev.heddle.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was measured of one thing, round after round. */
public final class Figures {
    private final Map<Unit, List<Double>> values = new EnumMap<>(Unit.class);

    public void add(Unit unit, double value) {
        values.computeIfAbsent(unit, added -> new ArrayList<>()).add(value);
    }

    public boolean has(Unit unit) {
        return values.containsKey(unit);
    }

    public Samples of(Unit unit) {
        return new Samples(values.get(unit));
    }

    /** These per one of several things that were measured together. */
    public Figures each(int things) {
        Figures each = new Figures();
        values.keySet()
                .forEach(unit -> each.values.put(unit, of(unit).each(things).values()));
        return each;
    }

    /** As JSON. */
    String json() {
        return values.keySet().stream()
                .map(unit -> "\"%s\": %s".formatted(unit, of(unit).values()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** As much as there is of these units. */
    String describe(Stream<Unit> units) {
        return units.filter(this::has).map(unit -> of(unit) + " " + unit).collect(Collectors.joining(", "));
    }
}
