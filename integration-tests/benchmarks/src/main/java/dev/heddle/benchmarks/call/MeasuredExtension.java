package dev.heddle.benchmarks.call;

import static dev.heddle.api.Selector.ACTIVITY_OUTBOUND;
import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** The interceptors of the arms with the agent: {@code count} of what {@code arm} says. */
public final class MeasuredExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String arm = settings.get("arm", "WOVEN");
        for (int i = settings.get("count", 1); i > 0; i--) {
            switch (arm) {
                case "WOVEN", "COUNTED", "DISABLED" -> interceptors.on(ALL, Call::proceed);
                case "WOVEN_HEADER" -> interceptors.on(ALL, MeasuredExtension::readAndWrite);
                default -> registerForOthers(interceptors);
            }
        }
    }

    private static Object readAndWrite(Call call) throws Throwable {
        call.headers().get("tenant");
        if (call.operation().category().outbound()) {
            call.headers().putIfWritable("tenant", "acme");
        }
        return call.proceed();
    }

    /** On each interface that a benchmark calls, one that none calls. */
    private static void registerForOthers(Interceptors interceptors) {
        interceptors
                .on(CLIENT.only("terminate"), Call::proceed)
                .on(WORKFLOW_INBOUND.only("executeUpdate"), Call::proceed)
                .on(WORKFLOW_OUTBOUND.only("sleep"), Call::proceed)
                .on(ACTIVITY_OUTBOUND.only("getTaskToken"), Call::proceed)
                .on(GRPC_CLIENT.only("other.Service/*"), Call::proceed)
                .on(GRPC_SERVER.only("other.Service/*"), Call::proceed);
    }
}
