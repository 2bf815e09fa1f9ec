package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.SpanQueue;

/** Traces calls of Temporal and gRPC: see the README beside this code. */
public final class OpentelemetryTracing implements Extension {
    private SpanQueue queue;

    /** Headers and spans change nothing that a workflow does. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) throws Exception {
        boolean temporal = settings.get("temporal", true);
        // Its own instrumentation of gRPC is there, and two would double each span.
        boolean grpc = settings.get("grpc", !isOpenTelemetryAgentThere());
        OwnCodes codes = new OwnCodes();
        queue = new SpanQueue(settings.logger(), codes);
        Spans spans = new Spans(queue);
        Ids ids = new Ids();
        boolean exportsBefore = settings.get("export-before-answer", false);
        if (temporal) {
            if (exportsBefore) {
                BeforeAnswers.register(interceptors, queue);
            }
            StandBack standBack = new StandBack(settings.logger());
            new ClientSpans(spans, standBack, ids).register(interceptors);
            new WorkflowSpans(spans, standBack, codes, ids).register(interceptors);
            new HandlerSpans(spans, standBack, ids).register(interceptors);
            new CompletionSpans(spans, standBack).register(interceptors);
        }
        if (grpc) {
            new GrpcSpans(spans).register(interceptors);
        }
        Warmth.warm(spans, codes, ids);
    }

    private static boolean isOpenTelemetryAgentThere() {
        try {
            Class.forName("io.opentelemetry.javaagent.OpenTelemetryAgent", false, null);
            return true;
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
