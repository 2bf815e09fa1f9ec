package dev.heddle.soak.live;

import java.nio.file.Path;

/** {@code LiveSoak FOLDER AGENT ROUNDS ADDRESS [attached]}: the application under load and its operator, in one JVM. */
public final class LiveSoak {
    private static final int WARM = 2;

    private LiveSoak() {}

    /** Prints what came of it, and a line for each problem. */
    public static void main(String[] arguments) throws Exception {
        work(arguments);
        int loaders = Held.loadersNow();
        for (int i = 0; i < 600 && loaders > 0; i++) {
            Thread.sleep(100);
            System.gc();
            loaders = Held.loadersNow();
        }
        if (loaders > 0) {
            Tally.get().problem(loaders + " loaders of Heddle's stay although nothing of the application does");
        }
        Tally.get().problems().forEach(problem -> System.out.println("PROBLEM " + problem));
        System.out.println(Tally.get().sent() + " calls");
        Runtime.getRuntime().halt(Tally.get().problems().isEmpty() ? 0 : 1);
    }

    private static void work(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[2]);
        Load load = new Load(arguments[3]);
        Round round = new Round(load, Path.of(arguments[0]), arguments[1]);
        load.pass();
        if (arguments.length == 4) {
            round.attach();
        }
        Held warm = null;
        for (int i = 0; i < rounds; i++) {
            if (i > 0) {
                round.attach();
            }
            round.play();
            load.renew(i);
            if (i < WARM) {
                load.renewAll();
                warm = Held.now();
            }
        }
        load.renewAll();
        Held end = Held.now();
        System.out.println("after %d rounds: %s%nafter %d rounds: %s".formatted(WARM, warm, rounds, end));
        if (end.isMoreThan(warm, rounds)) {
            Tally.get().problem("the JVM has grown");
        }
        round.attach();
        round.reloadTen();
        System.out.println("figures: " + round.figures());
        load.close();
    }
}
