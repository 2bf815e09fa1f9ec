package dev.heddle.benchmarks.tracing;

import java.util.List;

/** What is traced. */
enum TracedCall {
    START("client start", "TemporalTracing.start", Tracer.OPENTRACING),
    TASK("workflow task that starts an activity", "TemporalTracing.task", Tracer.OPENTRACING),
    ACTIVITY("activity", "TemporalTracing.activity", Tracer.OPENTRACING),
    GRPC("gRPC unary, one thread, both ends", "GrpcTracing.unary", Tracer.OPENTELEMETRY_AGENT);

    private final String title;
    private final String method;
    private final Tracer reference;

    TracedCall(String title, String method, Tracer reference) {
        this.title = title;
        this.method = method;
        this.reference = reference;
    }

    String title() {
        return title;
    }

    /** JMH's. */
    String method() {
        return method;
    }

    /** With whom Heddle is compared. */
    Tracer reference() {
        return reference;
    }

    /** Who has a turn in a round, in that order. */
    List<Tracer> tracers() {
        return List.of(Tracer.NONE, reference, Tracer.HEDDLE, Tracer.HEDDLE_UNSAMPLED);
    }
}
