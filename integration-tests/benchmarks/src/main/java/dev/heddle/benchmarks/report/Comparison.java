package dev.heddle.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Two arms beside each other, in one unit: round by round, so that what slows the machine slows both. */
public record Comparison(String arm, String reference, Limit limit) {
    /** Whether the limit holds. */
    public enum Verdict {
        /** All of the interval is within the limit. */
        WITHIN,
        /** The limit lies in the interval. */
        UNCLEAR,
        /** All of the interval is above the limit. */
        ABOVE,
        /** One of the arms has failed. */
        FAILED,
        /** There is no limit. */
        NONE;

        @Override
        public String toString() {
            return switch (this) {
                case ABOVE, FAILED -> "**" + name().toLowerCase() + "**";
                case NONE -> "";
                default -> name().toLowerCase();
            };
        }
    }

    private boolean isMeasured(Map<String, Figures> arms) {
        return arms.get(arm).has(limit.unit()) && arms.get(reference).has(limit.unit());
    }

    Verdict verdict(Map<String, Figures> arms) {
        if (!limit.isLimited()) {
            return Verdict.NONE;
        }
        if (!isMeasured(arms)) {
            return Verdict.FAILED;
        }
        Samples over = limit.of(arms.get(arm), arms.get(reference));
        if (over.low() > limit.tolerated()) {
            return Verdict.ABOVE;
        }
        return over.high() <= limit.tolerated() ? Verdict.WITHIN : Verdict.UNCLEAR;
    }

    /** The median of all rounds and its interval. */
    String describe(Map<String, Figures> arms) {
        if (!isMeasured(arms)) {
            return "";
        }
        Samples over = limit.of(arms.get(arm), arms.get(reference));
        String interval = over.values().size() < 2
                ? ""
                : " [" + Samples.format(over.low()) + ", " + Samples.format(over.high()) + "]";
        return limit.format(over.median()) + interval;
    }

    String atMost() {
        return limit.isLimited() ? limit.format(limit.most()) : "";
    }

    /** For JSON. */
    Map<String, Object> data(Map<String, Figures> arms) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("arm", arm);
        data.put("reference", reference);
        data.put("unit", limit.unit().toString());
        data.put("kind", limit.times() ? "ratio" : "difference");
        if (isMeasured(arms)) {
            Samples over = limit.of(arms.get(arm), arms.get(reference));
            data.put("median", over.median());
            data.put("low", over.low());
            data.put("high", over.high());
        }
        if (limit.isLimited()) {
            data.put("limit", limit.most());
            data.put("verdict", verdict(arms).name().toLowerCase());
        }
        return data;
    }
}
