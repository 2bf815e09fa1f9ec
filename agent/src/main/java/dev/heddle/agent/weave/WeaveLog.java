package dev.heddle.agent.weave;

import dev.heddle.agent.call.AgentLog;

/** The log of weaving, apart so that SLF4J loads only when there is something to say. */
final class WeaveLog {
    private WeaveLog() {}

    static void notWoven(String className, String reason) {
        AgentLog.get()
                .error(
                        "{} is not woven, and calls through it are not intercepted: {}",
                        className.replace('/', '.'),
                        reason);
    }
}
