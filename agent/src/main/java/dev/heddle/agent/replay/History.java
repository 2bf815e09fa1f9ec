package dev.heddle.agent.replay;

import java.util.Map;

/**
 * A history that can be replayed.
 *
 * @param place the file, or the execution, that it is of
 * @param workflowId {@code null} where it does not have it, as of former servers
 * @param workflowType as the event of the start has it
 * @param taskQueue likewise
 * @param content the events, as the SDK has them; {@code null} once nobody wants them any more
 */
public record History(
        String place, String workflowId, String workflowType, String taskQueue, Facts facts, Object content) {
    /**
     * What there is to say of it beside.
     *
     * @param bytes of all events, as a server counts them
     * @param largest the bytes of the largest event
     * @param open whether the workflow goes on, or went on when the history was read
     * @param versions of changes that the workflow has recorded, by the changes' names
     */
    public record Facts(int events, long bytes, int largest, boolean open, Map<String, Integer> versions) {}

    /** The same without the events. */
    History withoutContent() {
        return new History(place, workflowId, workflowType, taskQueue, facts, null);
    }
}
