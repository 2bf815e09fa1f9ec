package dev.heddle.differential;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Plays the same scripts without the agent and in some flavours, and compares what is seen. */
final class Comparison implements AutoCloseable {
    /** So many are played before there is time for anything else. */
    private static final int BATCH = 250;

    private static final int MOST_REMEMBERED = 200;
    private static final int MOST_TOLD = 10;

    private final Map<Flavour, Side> controls = new EnumMap<>(Flavour.class);
    private final List<Side> sides;
    private final Map<Flavour, List<Difference>> differences = new TreeMap<>();
    private final Consumer<String> progress;
    /** Scripts that do not go on without the agent: they have no one outcome. */
    private int stuck;
    /** The last that is not compared because of one of these. */
    private long untold = -1;

    /**
     * Compares with flavours, of which {@link Flavour#NONE} is the control once more.
     *
     * @param ends which of a call's they are at: {@code client}, {@code server} or {@code both}
     */
    Comparison(List<Flavour> flavours, String ends, Consumer<String> progress) {
        this.sides = flavours.stream().map(flavour -> new Side(flavour, ends)).toList();
        this.progress = progress;
        for (Flavour flavour : flavours) {
            controls.computeIfAbsent(flavour.control(), control -> new Side(control, ends));
            differences.put(flavour, new ArrayList<>());
        }
    }

    /** Plays from a seed on, until so many have differed of each flavour. */
    void play(long first, long count, int enough) {
        long end = first + count;
        for (long begin = first; begin < end; begin += BATCH) {
            List<Side> going = sides.stream()
                    .filter(side -> differences.get(side.flavour()).size() < enough)
                    .toList();
            if (going.isEmpty()) {
                return;
            }
            batch(going, begin, Math.min(end, begin + BATCH) - 1);
            if ((begin - first) / BATCH % 40 == 39) {
                progress.accept((begin + BATCH - first) + " scripts " + counts());
            }
        }
    }

    private void batch(List<Side> going, long first, long last) {
        controls.values().forEach(side -> side.play(first, last));
        going.forEach(side -> side.play(first, last));
        for (long seed = first; seed <= last; seed++) {
            if (!ScriptWriter.write(seed).wanted()) {
                continue;
            }
            Map<Flavour, Side.Seen> expected = new EnumMap<>(Flavour.class);
            for (Side control : controls.values()) {
                Side.Seen seen = control.next();
                expected.put(control.flavour(), seen);
                if (!seen.whereStuck().isEmpty()) {
                    stuck++;
                    // The next script meets what it has left behind.
                    untold = seed + 1;
                }
            }
            for (Side side : going) {
                Difference difference = Difference.find(
                        side.flavour(),
                        seed,
                        Set.of(),
                        expected.get(side.flavour().control()),
                        side.next());
                if (difference != null && seed > untold) {
                    keep(differences.get(side.flavour()), difference);
                }
            }
        }
        controls.values().forEach(Side::end);
        going.forEach(Side::end);
    }

    private void keep(List<Difference> some, Difference difference) {
        some.add(some.size() < MOST_REMEMBERED ? difference : difference.forgotten());
        if (some.size() <= MOST_TOLD) {
            progress.accept(difference.flavour() + " differs in " + difference.seed() + ": " + difference.kind());
        }
    }

    /** How often each flavour has differed. */
    String counts() {
        StringBuilder text = new StringBuilder();
        differences.forEach((flavour, some) ->
                text.append(flavour).append(": ").append(some.size()).append(" differ "));
        return stuck == 0 ? text.toString() : text + "(" + stuck + " do not go on without the agent)";
    }

    List<Difference> differences(Flavour flavour) {
        return differences.get(flavour);
    }

    /** How many calls the extension of a flavour has intercepted. */
    long interceptions(Flavour flavour) {
        return side(flavour).interceptions();
    }

    private Side side(Flavour flavour) {
        return sides.stream()
                .filter(side -> side.flavour() == flavour)
                .findFirst()
                .orElseThrow();
    }

    /** Plays one script without some parts, on both sides. Answers how it differs, or {@code null}. */
    Difference replay(Flavour flavour, long seed, Set<Integer> dropped) {
        Side.Seen expected = controls.get(flavour.control()).play(seed, dropped);
        Side.Seen actual = side(flavour).play(seed, dropped);
        return Difference.find(flavour, seed, dropped, expected, actual);
    }

    @Override
    public void close() {
        controls.values().forEach(Side::close);
        sides.forEach(Side::close);
    }
}
