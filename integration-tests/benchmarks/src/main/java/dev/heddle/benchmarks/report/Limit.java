package dev.heddle.benchmarks.report;

/**
 * How much more something may cost than what it is compared with.
 *
 * @param times whether it is a ratio; otherwise a difference
 * @param most the limit, or infinite where the difference is told and not limited
 */
public record Limit(Unit unit, boolean times, double most) {
    public static Limit more(Unit unit, double most) {
        return new Limit(unit, false, most);
    }

    public static Limit times(Unit unit, double most) {
        return new Limit(unit, true, most);
    }

    /** A ratio that is told and not limited. */
    public static Limit told(Unit unit) {
        return times(unit, Double.POSITIVE_INFINITY);
    }

    /** A difference that is told and not limited. */
    public static Limit toldMore(Unit unit) {
        return more(unit, Double.POSITIVE_INFINITY);
    }

    boolean isLimited() {
        return most < Double.POSITIVE_INFINITY;
    }

    Samples of(Figures measured, Figures reference) {
        return measured.of(unit)
                .with(reference.of(unit), times ? (own, other) -> own / other : (own, other) -> own - other);
    }

    /** What the whole interval must be under, or no part of it over. */
    double tolerated() {
        return times ? most : most + unit.resolution();
    }

    String format(double value) {
        return (times || value < 0 ? "" : "+") + Samples.format(value) + (times ? "×" : "");
    }
}
