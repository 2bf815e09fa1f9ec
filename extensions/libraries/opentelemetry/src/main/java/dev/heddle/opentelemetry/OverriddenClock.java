package dev.heddle.opentelemetry;

import io.opentelemetry.sdk.common.Clock;

/**
 * The clock of an SDK, which in workflow code tells the workflow's time. A span asks for the time once and from then on for
 * the nanoseconds that have passed, so these have to be the same clock's: they differ by what they do outside.
 */
final class OverriddenClock implements Clock {
    private final Clock own;
    private final SpanOverrides overrides;
    private final long apart;

    OverriddenClock(Clock own, SpanOverrides overrides) {
        this.own = own;
        this.overrides = overrides;
        this.apart = own.now() - own.nanoTime();
    }

    @Override
    public long now() {
        WorkflowCode code = overrides.code();
        return code == null ? own.now() : code.now();
    }

    @Override
    public long now(boolean highPrecision) {
        WorkflowCode code = overrides.code();
        return code == null ? own.now(highPrecision) : code.now();
    }

    @Override
    public long nanoTime() {
        WorkflowCode code = overrides.code();
        return code == null ? own.nanoTime() : code.now() - apart;
    }
}
