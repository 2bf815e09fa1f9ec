package dev.heddle.benchmarks.call;

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
                case "WOVEN" -> interceptors.all(Call::proceed);
                case "WOVEN_HEADER" -> interceptors.all(MeasuredExtension::readAndWrite);
                default -> registerForOthers(interceptors);
            }
        }
    }

    private static Object readAndWrite(Call call) throws Throwable {
        call.headers().get("tenant");
        if (call.operation().category().outbound()) {
            call.headers().put("tenant", "acme");
        }
        return call.proceed();
    }

    /** On each interface that a benchmark calls, one that none calls. */
    private static void registerForOthers(Interceptors interceptors) {
        interceptors
                .client(Call::proceed, "terminate")
                .workflowInbound(Call::proceed, "executeUpdate")
                .workflowOutbound(Call::proceed, "sleep")
                .activityOutbound(Call::proceed, "getTaskToken")
                .grpcClient(Call::proceed, "other.Service/*")
                .grpcServer(Call::proceed, "other.Service/*");
    }
}
