package dev.heddle.agent.status;

import java.util.List;

/**
 * What Heddle does in a JVM, at one time. The names of the components are those of the JSON.
 *
 * @param time of the status, in ISO-8601
 * @param applications those that have used Temporal or gRPC, by their class loaders
 */
public record Status(String time, Agent agent, List<Application> applications) {

    /**
     * The agent.
     *
     * @param uptime of the JVM, in milliseconds
     * @param settings those of its own that somebody has made
     * @param leftThreads of extensions that have closed
     */
    public record Agent(
            String version,
            String jar,
            long pid,
            String java,
            long uptime,
            List<Setting> settings,
            List<LeftThreads> leftThreads) {}

    /**
     * Threads that an extension has left when it closed, as far as they can be told from the application's.
     *
     * @param threads how many run on
     * @param example the name of one
     */
    public record LeftThreads(String extension, int threads, String example) {
        /** The same in words. */
        public String line() {
            return extension + " has closed and left " + threads
                    + (threads == 1 ? " thread that runs on, " : " threads that run on, such as ") + example;
        }
    }

    /**
     * A setting that somebody has made.
     *
     * @param value in force; masked if it is a secret
     * @param place where it stands
     */
    public record Setting(String name, String value, String place) {}

    /**
     * An application.
     *
     * @param loader its class loader
     * @param refuses why nothing may be made in it, or {@code null}
     * @param libraries those that are woven in it, or could not be
     * @param extensions outermost first
     */
    public record Application(
            String loader,
            String refuses,
            List<Library> libraries,
            List<Extension> extensions,
            List<LeftOut> leftOut) {}

    /**
     * A library of an application.
     *
     * @param name with its version, or where it lies
     * @param classes those that are woven
     */
    public record Library(String name, List<WovenClass> classes) {}

    /**
     * A class of a library.
     *
     * @param problem why it is not woven, or not all of it; {@code null} if it is
     */
    public record WovenClass(String name, String problem) {}

    /** A JAR that is not used, and why. */
    public record LeftOut(String file, String reason) {}

    /**
     * An extension.
     *
     * @param sha256 of its file, or why there is none
     * @param state {@code on}, {@code off} after too many failures, or {@code refuses} if it is a guard that could not
     *     register
     * @param intercepts what it has registered for
     * @param settings its own that somebody has made
     * @param operations those that it is asked about, the busiest first
     * @param lastAccident {@code null} if it has had none
     */
    public record Extension(
            String name,
            String version,
            String file,
            String sha256,
            int order,
            boolean guard,
            String state,
            String intercepts,
            List<Setting> settings,
            Counts counts,
            List<Operation> operations,
            Accident lastAccident) {}

    /** Calls of an operation, as one extension has had them. */
    public record Operation(String name, Counts counts) {}

    /**
     * What has been counted.
     *
     * @param inFlight calls that are under way in it or further in, on their threads
     * @param oldest how long the oldest of these has been, of those that are measured, in nanoseconds; 0 if none is
     * @param failures accidents of the extension
     * @param refusals calls that it has refused on purpose
     * @param own time in the extension itself
     * @param rest time in the rest of the call
     */
    public record Counts(long calls, long inFlight, long oldest, long failures, long refusals, Time own, Time rest) {}

    /**
     * Lengths of time, in nanoseconds, of a sample of the calls.
     *
     * @param samples how many were measured
     */
    public record Time(long samples, long median, long p99, long max) {}

    /**
     * An accident.
     *
     * @param stack its class, its message, and the extension's part of its stack
     */
    public record Accident(String time, String operation, String stack) {}
}
