package dev.heddle.versions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * In what a version runs.
 *
 * @param threads of workflows, {@code platform} or {@code virtual}
 * @param special about the JVM, in words; empty for nothing
 * @param options of the JVM
 */
record Setting(int jdk, String threads, String special, List<String> options) {
    static final Setting FIRST = plain(17, "platform");

    private static Setting plain(int jdk, String threads) {
        return new Setting(jdk, threads, "", List.of("-XX:+UseSerialGC"));
    }

    /**
     * JDK 17; and JDK 25, with virtual threads from the first version that can run workflows on them, for all versions in
     * the matrix and for the newest otherwise. In the matrix the newest runs in other kinds of JVM too.
     */
    static List<Setting> of(Library library, String version) {
        boolean newest = version.equals(library.last());
        boolean virtual = library == Library.TEMPORAL && library.isFrom("1.27.1", version);
        String threads = virtual ? "virtual" : "platform";
        List<Setting> settings = new ArrayList<>(List.of(FIRST));
        if (Library.MATRIX || newest) {
            settings.add(plain(25, threads));
        }
        if (Library.MATRIX && newest) {
            settings.addAll(others(threads));
        }
        return settings;
    }

    /** What applications run with, of which each changes something that weaving or class loaders meet. */
    private static List<Setting> others(String threads) {
        return List.of(
                new Setting(17, "platform", "ZGC", List.of("-XX:+UseZGC")),
                new Setting(17, "platform", "Shenandoah", List.of("-XX:+UseShenandoahGC")),
                new Setting(17, "platform", "-Xverify:all", List.of("-XX:+UseSerialGC", "-Xverify:all")),
                new Setting(17, "platform", "one processor, 256 MiB", small()),
                new Setting(17, "platform", "a security manager", guarded()),
                new Setting(25, threads, "ZGC", List.of("-XX:+UseZGC")),
                new Setting(25, threads, "compact object headers", compact()),
                new Setting(25, threads, "one processor, 256 MiB", small()));
    }

    /** As the JVM finds it in such a container. */
    private static List<String> small() {
        return List.of("-XX:MaxRAM=256m", "-XX:ActiveProcessorCount=1");
    }

    private static List<String> compact() {
        return List.of("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");
    }

    /** One that lets everybody do everything, which is what an application needs that has libraries such as these. */
    private static List<String> guarded() {
        try {
            Path policy = Files.createDirectories(Path.of("target")).resolve("all.policy");
            Files.writeString(policy, "grant { permission java.security.AllPermission; };");
            return List.of(
                    "-XX:+UseSerialGC",
                    "-Djava.security.manager",
                    "-Djava.security.policy==" + policy.toAbsolutePath().toUri());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whether it is the first of each version, which the others must be like. */
    boolean isFirst() {
        return equals(FIRST);
    }

    /** A JVM of this JDK, if it is installed. */
    ForkedJvm jvm() {
        assumeTrue(Jdk.home(jdk).isPresent(), () -> "no JDK " + jdk + " is installed beside the one that runs this");
        // It runs for seconds, which the last of the compilers would only make longer.
        ForkedJvm forked = new ForkedJvm().java(Jdk.home(jdk).orElseThrow());
        options.forEach(forked::option);
        return forked;
    }

    /** In words that can stand in the name of a task queue. */
    String slug() {
        return (jdk + threads + special).replaceAll("[^A-Za-z0-9]", "");
    }

    @Override
    public String toString() {
        return "JDK " + jdk + ", " + threads + " threads" + (special.isEmpty() ? "" : ", " + special);
    }
}
