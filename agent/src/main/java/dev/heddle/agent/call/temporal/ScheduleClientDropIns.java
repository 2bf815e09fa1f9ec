package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientInterceptor;

/** The drop-ins of a client of schedules, as one of its interceptors. */
public final class ScheduleClientDropIns implements ScheduleClientInterceptor {
    private static final Operation CALLS = Operation.of(Category.CLIENT, "scheduleClientCallsInterceptor", true);

    private final DropIns dropIns;

    public ScheduleClientDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public ScheduleClientCallsInterceptor scheduleClientCallsInterceptor(ScheduleClientCallsInterceptor next) {
        DropIns.Step step = (dropIn, further) -> ((ScheduleClientInterceptor) dropIn)
                .scheduleClientCallsInterceptor((ScheduleClientCallsInterceptor) further);
        return (ScheduleClientCallsInterceptor)
                dropIns.inFrontOf(next, CALLS, ScheduleClientCallsInterceptor.class, step);
    }
}
