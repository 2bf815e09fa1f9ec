package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.Telemetry;
import java.util.HashSet;
import java.util.Set;

/** Counts and times calls of Temporal and gRPC: see the README beside this code. */
public final class OpentelemetryMetrics implements Extension {
    private static final int BEFORE_THE_OTHERS = -1_000;

    private SdkSeries sdk;

    /** To measure changes nothing that a workflow does. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    /** What other extensions take is part of what the caller waits for, and what they refuse is a call too. */
    @Override
    public int order() {
        return BEFORE_THE_OTHERS;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Meters meters = Meters.of(settings);
        boolean payloads = settings.get("payloads", false);
        if (payloads) {
            interceptors.codec(new PayloadSizes(meters));
        }
        SdkMetrics.Use use = SdkMetrics.Use.of(settings.get("sdk", "auto"));
        if (use != SdkMetrics.Use.NEVER) {
            sdk = new SdkSeries(meters);
            interceptors.plugin(new SdkMetrics(use, sdk, settings.logger()));
        }
        if (settings.get("temporal", true)) {
            new CallMetrics(meters).register(interceptors);
            new ActivityLatencies(meters).register(interceptors);
            new WorkflowTasks(meters).register(interceptors);
        }
        if (settings.get("grpc", true)) {
            new GrpcMetrics(meters).register(interceptors);
        }
        Telemetry.prepare();
        warm();
    }

    /** Loads now what the first call would load on a workflow's thread, which Temporal gives one second. */
    private static void warm() {
        Operation operation = Operation.of(Category.CLIENT, "start", true);
        Set<Object> keys = new HashSet<>();
        for (int twice = 0; twice < 2; twice++) {
            keys.add(new CallKey(operation, null, null, null, null, null, CallKey.OK, null));
            keys.add(new TypesKey("", "", "", "", ""));
            keys.add(new GrpcKey("", "", ""));
        }
        Failures.exception(new IllegalStateException());
        CallMetrics.load();
        ActivityLatencies.load();
        WorkflowTasks.load();
    }

    @Override
    public void close() {
        if (sdk != null) {
            sdk.close();
        }
        Telemetry.close();
    }
}
