package dev.heddle.versions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.util.List;

/** In what a version runs: a JDK, and the threads of workflows, {@code platform} or {@code virtual}. */
record Setting(int jdk, String threads) {
    static final Setting FIRST = new Setting(17, "platform");

    /**
     * JDK 17; and JDK 25, with virtual threads from the first version that can run workflows on them, for all versions in
     * the matrix and for the newest otherwise.
     */
    static List<Setting> of(Library library, String version) {
        boolean newest = version.equals(library.last());
        boolean virtual = library == Library.TEMPORAL && library.isFrom("1.27.1", version);
        Setting second = new Setting(25, virtual ? "virtual" : "platform");
        return Library.MATRIX || newest ? List.of(FIRST, second) : List.of(FIRST);
    }

    /** Whether it is the first of each version, which the others must be like. */
    boolean isFirst() {
        return equals(FIRST);
    }

    /** A JVM of this JDK, if it is installed. */
    ForkedJvm jvm() {
        assumeTrue(Jdk.home(jdk).isPresent(), () -> "no JDK " + jdk + " is installed beside the one that runs this");
        // It runs for seconds, which the last of the compilers would only make longer.
        return new ForkedJvm()
                .java(Jdk.home(jdk).orElseThrow())
                .option("-XX:TieredStopAtLevel=1")
                .option("-XX:+UseSerialGC");
    }

    @Override
    public String toString() {
        return "JDK " + jdk + ", " + threads + " threads";
    }
}
