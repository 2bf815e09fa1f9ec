package dev.heddle.testing;

import dev.heddle.api.Extension;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The instances behind {@link StandIn stand-ins}, by their JARs. Thread-safe. Public for the copies of that class. */
public final class Originals {
    private static final Map<Path, Extension> BY_JAR = new ConcurrentHashMap<>();

    private Originals() {}

    /** The instance behind the stand-in of a JAR; until its test has ended. */
    public static Extension of(URI jar) {
        return BY_JAR.get(Path.of(jar));
    }

    static void add(Path jar, Extension extension) {
        BY_JAR.put(jar, extension);
    }

    static void removeAllIn(Path folder) {
        BY_JAR.keySet().removeIf(jar -> jar.startsWith(folder));
    }
}
