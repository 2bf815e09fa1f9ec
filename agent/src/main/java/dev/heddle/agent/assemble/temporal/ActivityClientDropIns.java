package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityClientInterceptor;

/** The drop-ins of a client of activities, as one of its interceptors. */
final class ActivityClientDropIns implements ActivityClientInterceptor {
    private static final Operation CALLS = Operation.of(Category.CLIENT, "activityClientCallsInterceptor", true);

    private final DropIns dropIns;

    ActivityClientDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public ActivityClientCallsInterceptor activityClientCallsInterceptor(ActivityClientCallsInterceptor next) {
        DropIns.Step step = (dropIn, further) -> ((ActivityClientInterceptor) dropIn)
                .activityClientCallsInterceptor((ActivityClientCallsInterceptor) further);
        return (ActivityClientCallsInterceptor)
                dropIns.inFrontOf(next, CALLS, ActivityClientCallsInterceptor.class, step);
    }
}
