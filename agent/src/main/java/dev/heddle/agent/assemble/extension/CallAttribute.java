package dev.heddle.agent.assemble.extension;

import dev.heddle.api.TemporalCall;
import java.util.Locale;
import java.util.function.Function;

/** What an operator can tell calls of Temporal apart by, besides their operation. */
enum CallAttribute {
    NAMESPACE(TemporalCall::namespace),
    QUEUE(TemporalCall::taskQueue),
    WORKFLOW(TemporalCall::workflowType),
    ACTIVITY(TemporalCall::activityType),
    SIGNAL(TemporalCall::signalName),
    QUERY(TemporalCall::queryName),
    UPDATE(TemporalCall::updateName),
    NEXUS(CallAttribute::nexusName);

    private final Function<TemporalCall, String> value;

    CallAttribute(Function<TemporalCall, String> value) {
        this.value = value;
    }

    private static String nexusName(TemporalCall call) {
        return call.nexusOperation() == null ? null : call.nexusService() + "/" + call.nexusOperation();
    }

    /** What a call has of it, or {@code null}. */
    String of(TemporalCall call) {
        return value.apply(call);
    }

    /** As settings have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
