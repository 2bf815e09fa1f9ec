package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientInterceptor;

/** The drop-ins of a client of Nexus operations, as one of its interceptors. */
final class NexusClientDropIns implements NexusClientInterceptor {
    private static final Operation CALLS = Operation.of(Category.CLIENT, "nexusClientCallsInterceptor", true);

    private final DropIns dropIns;

    NexusClientDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public NexusClientCallsInterceptor nexusClientCallsInterceptor(NexusClientCallsInterceptor next) {
        DropIns.Step step = (dropIn, further) ->
                ((NexusClientInterceptor) dropIn).nexusClientCallsInterceptor((NexusClientCallsInterceptor) further);
        return (NexusClientCallsInterceptor) dropIns.inFrontOf(next, CALLS, NexusClientCallsInterceptor.class, step);
    }
}
