package dev.heddle.stubs;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.logging.LogManager;

/** Plays all scenarios in a JVM of their own and prints what is seen. */
public final class Player {
    private static final AtomicInteger INTERCEPTED = new AtomicInteger();

    private Player() {}

    /** A call is intercepted: told by the extension, which sees this class as one of the application's. */
    public static void intercepted() {
        INTERCEPTED.incrementAndGet();
    }

    /** Takes the flavours. */
    public static void main(String[] flavours) {
        quiet();
        for (String flavour : flavours) {
            INTERCEPTED.set(0);
            play(Flavour.valueOf(flavour), (scenario, lines) -> {
                System.out.println(flavour + "\tscenario\t" + scenario);
                lines.forEach(line -> System.out.println(flavour + "\tline\t" + line.replace("\n", "\\n")));
            });
            System.out.println(flavour + "\tintercepted\t" + INTERCEPTED);
        }
        System.exit(0);
    }

    /** Tells what is seen of each scenario. */
    static void play(Flavour flavour, BiConsumer<String, List<String>> seen) {
        try (Exchange inProcess = new Exchange(flavour.service(), false);
                Exchange netty = new Exchange(flavour.service(), true)) {
            for (Scenario scenario : Scenario.all()) {
                seen.accept(scenario.toString(), (scenario.netty() ? netty : inProcess).play(scenario));
            }
        }
    }

    /** What has been printed of a flavour. */
    static Map<String, List<String>> parse(String printed, Flavour flavour) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            String[] parts = line.split("\t", 3);
            if (parts[0].equals(flavour.name()) && parts[1].equals("scenario")) {
                lines = new ArrayList<>();
                seen.put(parts[2], lines);
            } else if (parts[0].equals(flavour.name()) && parts[1].equals("line")) {
                lines.add(parts[2]);
            }
        }
        return seen;
    }

    /** The handlers' failures are meant to be. */
    static void quiet() {
        LogManager.getLogManager().reset();
        RxJavaPlugins.setErrorHandler(nobodyElseToTell -> {});
    }
}
