package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;

/** Asks the sampler of an SDK at hand; it is asked for every trace that begins, so nothing is looked up then. */
final class SdkSampler implements TraceSampler {
    private final Sampler own;

    private SdkSampler(Sampler own) {
        this.own = own;
    }

    /** Whoever samples for an SDK, whose classes may be another loader's. Where it cannot be asked, each trace is. */
    static TraceSampler of(Object sampler) {
        if (sampler instanceof Sampler own) {
            return new SdkSampler(own);
        }
        try {
            return new ForeignSampler(sampler);
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return (traceId, name, kind) -> true;
        }
    }

    @Override
    public boolean samples(String traceId, String name, SpanKind kind) {
        try {
            return own.shouldSample(Context.root(), traceId, name, kind, Attributes.empty(), List.of())
                            .getDecision()
                    == SamplingDecision.RECORD_AND_SAMPLE;
        } catch (RuntimeException ofTheApplication) {
            // Then it is asked again when the span is over.
            return true;
        }
    }
}
