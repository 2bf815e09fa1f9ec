package dev.heddle.agent.call.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.client.schedules.ScheduleUpdateInput;
import io.temporal.common.interceptors.Header;
import io.temporal.workflow.Functions;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The headers of the workflows that a schedule will start. They belong to the application's own schedule, which it may
 * use again, so a write makes another schedule. Those of an update go into whatever the application makes of the schedule:
 * the SDK forgets the headers of a schedule that it has read, so without these the update would remove them.
 */
final class ScheduleHeaders extends PayloadHeaders {
    ScheduleHeaders(Map<String, Payload> values, boolean writable, HeadersFactory payloads) {
        super(Collections.unmodifiableMap(values), null, writable, payloads);
    }

    @Override
    @SuppressWarnings("unchecked") // The SDK's input has no other updater.
    void write(Accessors accessors, Object[] components, Map<String, Payload> replacement) {
        int at = accessors.indexOf("schedule");
        if (at >= 0) {
            components[at] = with((Schedule) components[at], replacement);
        } else {
            int updater = accessors.indexOf("updater");
            components[updater] = new Updater(
                    (Functions.Func1<ScheduleUpdateInput, ScheduleUpdate>) components[updater], replacement);
        }
    }

    private static Schedule with(Schedule schedule, Map<String, Payload> headers) {
        return schedule.getAction() instanceof ScheduleActionStartWorkflow start
                ? Schedule.newBuilder(schedule)
                        .setAction(ScheduleActionStartWorkflow.newBuilder(start)
                                .setHeader(new Header(headers))
                                .build())
                        .build()
                : schedule;
    }

    private record Updater(Functions.Func1<ScheduleUpdateInput, ScheduleUpdate> own, Map<String, Payload> headers)
            implements Functions.Func1<ScheduleUpdateInput, ScheduleUpdate> {
        @Override
        public ScheduleUpdate apply(ScheduleUpdateInput input) {
            ScheduleUpdate update = own.apply(input);
            if (update == null) {
                // The application has thought better of it.
                return null;
            }
            Schedule schedule = update.getSchedule();
            Map<String, Payload> all = new HashMap<>();
            if (schedule.getAction() instanceof ScheduleActionStartWorkflow start && start.getHeader() != null) {
                all.putAll(start.getHeader().getValues());
            }
            all.putAll(headers);
            return updated(update, ScheduleHeaders.with(schedule, all));
        }

        private static ScheduleUpdate updated(ScheduleUpdate update, Schedule schedule) {
            try {
                return new ScheduleUpdate(schedule, update.getTypedSearchAttributes());
            } catch (NoSuchMethodError ofEarlierVersions) {
                return new ScheduleUpdate(schedule);
            }
        }
    }
}
