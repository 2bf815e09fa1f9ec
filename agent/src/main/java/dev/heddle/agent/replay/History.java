package dev.heddle.agent.replay;

/**
 * A history that can be replayed.
 *
 * @param place the file, or the execution, that it is of
 * @param workflowId {@code null} where it does not have it, as of former servers
 * @param workflowType as the event of the start has it
 * @param taskQueue likewise
 * @param events how many
 * @param content the events, as the SDK has them
 */
public record History(
        String place, String workflowId, String workflowType, String taskQueue, int events, Object content) {}
