package dev.heddle.versions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.util.ArrayList;
import java.util.List;

/** In what a version runs: a JDK, and the threads of workflows, {@code platform} or {@code virtual}. */
record Setting(int jdk, String threads) {
    /** Where there are no workflows, the threads are the platform's. */
    static List<Setting> of(Library library, String version) {
        List<Setting> settings = new ArrayList<>(List.of(new Setting(17, "platform")));
        boolean newest =
                version.equals(library.versions().get(library.versions().size() - 1));
        if (Library.MATRIX) {
            settings.add(new Setting(25, "platform"));
        }
        // The first that can run workflows on virtual threads.
        boolean virtual = library == Library.TEMPORAL && library.isFrom("1.27.1", version);
        if (virtual && (Library.MATRIX || newest)) {
            settings.add(new Setting(25, "virtual"));
        }
        return settings;
    }

    /** A JVM of this JDK, if it is installed. */
    ForkedJvm jvm() {
        assumeTrue(Jdk.home(jdk).isPresent(), () -> "no JDK " + jdk + " is installed beside the one that runs this");
        return new ForkedJvm().java(Jdk.home(jdk).orElseThrow());
    }

    @Override
    public String toString() {
        return "JDK " + jdk + ", " + threads + " threads";
    }
}
