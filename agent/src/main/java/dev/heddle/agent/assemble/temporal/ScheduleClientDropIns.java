package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientInterceptor;

/** The drop-ins of a client of schedules, as one of its interceptors. */
final class ScheduleClientDropIns implements ScheduleClientInterceptor {
    private static final Operation CALLS = Operation.of(Category.CLIENT, "scheduleClientCallsInterceptor", true);

    private final DropIns dropIns;

    ScheduleClientDropIns(DropIns dropIns) {
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
