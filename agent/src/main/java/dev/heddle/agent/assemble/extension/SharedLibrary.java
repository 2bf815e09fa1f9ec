package dev.heddle.agent.assemble.extension;

import java.util.List;

/**
 * A library through which an application and its extensions share something, unless an extension has a copy of its own.
 *
 * @param name of the library
 * @param classFile by which it is known
 * @param packages what to take from the application
 * @param lost what a copy of its own does not see
 */
record SharedLibrary(String name, String classFile, String packages, String lost) {
    static final List<SharedLibrary> ALL = List.of(
            new SharedLibrary("SLF4J", "org/slf4j/MDC.class", "org.slf4j.", "the application's MDC and log"),
            new SharedLibrary(
                    "OpenTelemetry API",
                    "io/opentelemetry/context/Context.class",
                    "io.opentelemetry.",
                    "the application's spans and meters"));

    /** Whether an extension takes it from the application, if that has it. */
    boolean isTakenBy(List<String> applicationFirst) {
        String className = classFile.replace('/', '.');
        for (String prefix : applicationFirst) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
