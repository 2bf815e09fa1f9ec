package dev.heddle.agent.call.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.interceptors.Header;
import java.util.Collections;
import java.util.Map;

/**
 * The headers of the workflows that a schedule will start. They belong to the application's own schedule, which it may
 * use again, so a write makes another schedule.
 */
final class ScheduleHeaders extends PayloadHeaders {
    ScheduleHeaders(Map<String, Payload> values, boolean writable, JacksonJsonPayloadConverter json) {
        super(Collections.unmodifiableMap(values), null, writable, json);
    }

    @Override
    void write(Accessors accessors, Object[] components, Map<String, Payload> replacement) {
        int at = accessors.indexOf("schedule");
        Schedule schedule = (Schedule) components[at];
        components[at] = Schedule.newBuilder(schedule)
                .setAction(ScheduleActionStartWorkflow.newBuilder((ScheduleActionStartWorkflow) schedule.getAction())
                        .setHeader(new Header(replacement))
                        .build())
                .build();
    }
}
