package dev.heddle.benchmarks;

import dev.heddle.benchmarks.call.CallBenchmarks;
import dev.heddle.benchmarks.report.Table;
import dev.heddle.benchmarks.start.StartBenchmarks;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures what Heddle costs: {@code Benchmarks REPOSITORY QUICK}, where anything but {@code false} is quick. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Setting setting = Setting.of(Path.of(arguments[0]).toAbsolutePath().normalize(), !arguments[1].equals("false"));
        Table table = new Table("Medians of %d rounds, with the least and the most; in each round all have their turn."
                .formatted(setting.rounds()));
        Files.createDirectories(setting.folder());
        try (PrintStream log =
                new PrintStream(setting.folder().resolve("log.txt").toFile())) {
            System.setErr(log);
            new StartBenchmarks(setting).run(table);
            new CallBenchmarks(setting).run(table);
        }
        System.out.println(table.write(setting.folder()));
    }
}
