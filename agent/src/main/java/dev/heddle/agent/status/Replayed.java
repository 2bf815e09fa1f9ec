package dev.heddle.agent.status;

import java.util.List;

/**
 * What came of replaying histories. The names of the components are those of the JSON.
 *
 * @param version of the agent
 * @param application the command that has started it
 * @param source where the histories are from, in words
 * @param millis how long all of it took
 * @param notSent calls of the application that reached no server
 */
public record Replayed(
        String version,
        String java,
        String application,
        String source,
        long millis,
        List<History> histories,
        List<NotSent> notSent) {

    /** How many could not be replayed. */
    public long failed() {
        return histories.stream().filter(history -> !history.passed()).count();
    }

    /**
     * A history.
     *
     * @param place the file, or the execution on a server
     * @param workflowId {@code null} if it is not known
     * @param workflowType likewise
     * @param bytes of all events
     * @param largestEvent its bytes
     * @param open whether the workflow goes on
     * @param versions that it has recorded
     * @param millis how long it took
     * @param cause why it could not be replayed, as a constant; {@code null} if it was
     * @param reason the same in words, for all of that cause
     * @param detail what the SDK says, and on further lines what extensions know of it
     */
    public record History(
            String place,
            String workflowId,
            String workflowType,
            int events,
            long bytes,
            int largestEvent,
            boolean open,
            List<Version> versions,
            long millis,
            String cause,
            String reason,
            String detail) {
        /** Whether it was replayed. */
        public boolean passed() {
            return cause == null;
        }
    }

    /** The version of a change that a workflow has recorded. */
    public record Version(String change, int version) {}

    /** Calls of the application that reached no server. */
    public record NotSent(String call, int count) {}
}
