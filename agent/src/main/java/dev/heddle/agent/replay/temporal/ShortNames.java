package dev.heddle.agent.replay.temporal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of events and of other constants as command lines and servers once wrote them: without what all begin with,
 * and each word of them with a capital. An SDK reads them only with a library that its users seldom have.
 */
final class ShortNames {
    private static final Map<String, String> PREFIXES = Map.of(
            "eventType", "EVENT_TYPE_",
            "kind", "TASK_QUEUE_KIND_",
            "parentClosePolicy", "PARENT_CLOSE_POLICY_",
            "workflowIdReusePolicy", "WORKFLOW_ID_REUSE_POLICY_",
            "initiator", "CONTINUE_AS_NEW_INITIATOR_",
            "retryState", "RETRY_STATE_",
            "timeoutType", "TIMEOUT_TYPE_");

    private static final Pattern NAME =
            Pattern.compile("\"(" + String.join("|", PREFIXES.keySet()) + ")\"(\\s*:\\s*)\"([A-Z][a-z][A-Za-z]*)\"");

    private ShortNames() {}

    /** The same JSON with the names that Protobuf has for them. */
    static String expand(String json) {
        Matcher name = NAME.matcher(json);
        return name.replaceAll(found -> "\"" + found.group(1) + "\"" + found.group(2) + "\""
                + PREFIXES.get(found.group(1))
                + found.group(3).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "\"");
    }
}
