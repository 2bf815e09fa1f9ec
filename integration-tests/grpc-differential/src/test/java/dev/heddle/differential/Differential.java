package dev.heddle.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The command line. Takes flavours, all three without one, and the system properties of the README.md: {@code scripts},
 * {@code seed}, {@code from}, {@code examples}, {@code enough}.
 */
public final class Differential {
    private static final String ENDS = System.getProperty("differential.side", "both");

    private Differential() {}

    public static void main(String[] arguments) {
        List<Flavour> flavours = new ArrayList<>(Arrays.stream(arguments)
                .map(name -> Flavour.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList());
        if (flavours.isEmpty()) {
            flavours.addAll(List.of(Flavour.PROCEED, Flavour.OBSERVE, Flavour.RESPONSE));
        }
        boolean alike = Long.getLong("seed") == null ? many(flavours) : one(flavours, Long.getLong("seed"));
        System.exit(alike ? 0 : 1);
    }

    /** Plays scripts, and says how they differ. */
    private static boolean many(List<Flavour> flavours) {
        int enough = Integer.getInteger("enough", Integer.MAX_VALUE);
        try (Comparison comparison = new Comparison(flavours, ENDS, System.out::println)) {
            comparison.play(Long.getLong("from", 0), Long.getLong("scripts", 10_000), enough);
            boolean alike = true;
            for (Flavour flavour : flavours) {
                System.out.println(Report.of(comparison, flavour, Integer.getInteger("examples", 10)));
                System.out.println(flavour + " has intercepted " + comparison.interceptions(flavour) + " calls");
                alike &= comparison.differences(flavour).isEmpty();
            }
            return alike;
        }
    }

    /** Plays one script, and shows it whole, and then as short as the difference allows. */
    private static boolean one(List<Flavour> flavours, long seed) {
        boolean alike = true;
        try (Comparison comparison = new Comparison(flavours, ENDS, System.out::println)) {
            for (Flavour flavour : flavours) {
                Difference difference = comparison.replay(flavour, seed, Set.of());
                if (difference == null) {
                    System.out.println(flavour + " is alike in " + ScriptWriter.write(seed));
                } else {
                    alike = false;
                    System.out.println(difference.describe(true));
                    Difference shrunk = Shrinker.shrink(comparison, difference);
                    System.out.println(shrunk == null ? "It did not differ again." : shrunk.describe(true));
                }
            }
        }
        return alike;
    }
}
