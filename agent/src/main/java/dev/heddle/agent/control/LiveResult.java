package dev.heddle.agent.control;

/**
 * What has come of an operator's word.
 *
 * @param done whether it is as the operator wants it
 * @param line what has changed, or why not
 */
public record LiveResult(boolean done, String line) {
    static LiveResult done(String line) {
        return new LiveResult(true, line);
    }

    static LiveResult refused(String line) {
        return new LiveResult(false, line);
    }
}
