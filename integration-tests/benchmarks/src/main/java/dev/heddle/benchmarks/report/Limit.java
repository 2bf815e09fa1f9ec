package dev.heddle.benchmarks.report;

/**
 * How much more Heddle may cost than what it is compared with.
 *
 * @param times whether it is a ratio; otherwise a difference
 */
public record Limit(Unit unit, boolean times, double most) {
    public static Limit more(Unit unit, double most) {
        return new Limit(unit, false, most);
    }

    public static Limit times(Unit unit, double most) {
        return new Limit(unit, true, most);
    }

    /** A difference that is told and not limited. */
    public static Limit none(Unit unit) {
        return more(unit, Double.MAX_VALUE);
    }

    double of(Figures measured, Figures reference) {
        double own = measured.of(unit).median();
        double other = reference.of(unit).median();
        return times ? own / other : own - other;
    }

    boolean isMet(Figures measured, Figures reference) {
        return of(measured, reference) <= most;
    }

    String describe(double value) {
        String sign = times || value < 0 ? "" : "+";
        return sign + Samples.format(value) + " " + (times ? "× " : "") + unit;
    }
}
