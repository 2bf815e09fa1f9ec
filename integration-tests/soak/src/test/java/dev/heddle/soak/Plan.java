package dev.heddle.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must happen to a call, and at which end. */
public record Plan(Fault fault, End end) {
    private static final Plan NOTHING = new Plan(Fault.NONE, End.CALLER);
    private static final int ONE_IN = 4;
    private static final Map<Kind, List<Plan>> PLANS = Stream.of(Kind.values())
            .collect(Collectors.toMap(kind -> kind, Kind::plans, (one, other) -> one, () -> new EnumMap<>(Kind.class)));

    /** The plan for a call, the same whoever asks. */
    public static Plan of(Kind kind, int number) {
        int chance = chance(number);
        List<Plan> plans = PLANS.get(kind);
        return chance % ONE_IN == 0 ? plans.get(chance / ONE_IN % plans.size()) : NOTHING;
    }

    /** A number that looks like chance, not negative. */
    static int chance(int number) {
        int mixed = number * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        return (mixed ^ mixed >>> 13) & Integer.MAX_VALUE;
    }

    /** Whether this is what must happen, at whichever end. */
    public boolean is(Fault expected) {
        return fault == expected;
    }

    /** Whether this is what must happen there. */
    public boolean is(Fault expected, End there) {
        return fault == expected && end == there;
    }
}
