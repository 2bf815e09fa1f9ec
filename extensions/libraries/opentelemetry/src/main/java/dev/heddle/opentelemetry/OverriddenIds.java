package dev.heddle.opentelemetry;

import io.opentelemetry.sdk.trace.IdGenerator;

/** Generates the IDs of an SDK: those that are chosen, and otherwise what its own generator does. */
final class OverriddenIds implements IdGenerator {
    private final IdGenerator own;
    private final SpanOverrides overrides;

    OverriddenIds(IdGenerator own, SpanOverrides overrides) {
        this.own = own;
        this.overrides = overrides;
    }

    @Override
    public String generateSpanId() {
        String id = overrides.spanId();
        return id == null ? own.generateSpanId() : id;
    }

    @Override
    public String generateTraceId() {
        String id = overrides.traceId();
        return id == null ? own.generateTraceId() : id;
    }

    @Override
    public boolean generatesRandomTraceIds() {
        return own.generatesRandomTraceIds();
    }
}
