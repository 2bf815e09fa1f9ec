package dev.heddle.benchmarks;

import java.nio.file.Path;

/**
 * Where a run finds and leaves its files, and how long it may take.
 *
 * @param rounds how often each arm has its turn
 * @param seconds how long each benchmark of a call is measured
 */
public record Setting(Path agent, Path folder, int rounds, double seconds) {
    /** Of a run in a repository. */
    public static Setting of(Path repository, boolean quick) {
        return new Setting(
                repository.resolve("agent/target/heddle-agent.jar"),
                repository.resolve("integration-tests/target/benchmarks"),
                quick ? 2 : 5,
                quick ? 0.2 : 1);
    }
}
