package dev.heddle.benchmarks;

import java.io.IOException;
import java.util.List;

/** What an application runs with where three arms are enough: interceptors that pass everything on. */
public enum SideArm {
    NONE("none"),
    BY_HAND("by hand"),
    HEDDLE("Heddle");

    private final String title;

    SideArm(String title) {
        this.title = title;
    }

    /** As the table names it. */
    public String title() {
        return title;
    }

    /** The options of a JVM with as many interceptors or extensions. */
    public List<String> options(Setting setting, int count) throws IOException {
        return switch (this) {
            case NONE -> List.of();
            case BY_HAND -> List.of("-Dinterceptors=" + count);
            case HEDDLE -> List.of(setting.heddle(ExtensionJar.folder(setting, count)));
        };
    }

    /** In such a JVM: how many interceptors the application registers by hand. */
    public static int byHand() {
        return Integer.getInteger("interceptors", 0);
    }
}
