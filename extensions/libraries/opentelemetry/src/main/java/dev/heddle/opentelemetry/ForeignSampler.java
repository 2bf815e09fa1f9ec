package dev.heddle.opentelemetry;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The same as {@link SdkSampler} for an SDK whose classes are another loader's, as those of OpenTelemetry's own agent are. */
final class ForeignSampler implements TraceSampler {
    private static final int PARAMETERS = 6;

    private final Object sampler;
    private final Method asked;
    private final Method decision;
    private final Object root;
    private final Object[] kinds;
    private final Object noAttributes;

    ForeignSampler(Object sampler) throws ReflectiveOperationException {
        this.sampler = sampler;
        asked = Arrays.stream(sampler.getClass().getMethods())
                .filter(each -> each.getName().equals("shouldSample") && each.getParameterCount() == PARAMETERS)
                .findFirst()
                .orElseThrow(NoSuchMethodException::new);
        asked.setAccessible(true);
        decision = asked.getReturnType().getMethod("getDecision");
        decision.setAccessible(true);
        Class<?>[] types = asked.getParameterTypes();
        root = types[0].getMethod("root").invoke(null);
        kinds = types[3].getEnumConstants();
        noAttributes = types[4].getMethod("empty").invoke(null);
    }

    @Override
    public boolean samples(String traceId, String name, SpanKind kind) {
        try {
            Object result = asked.invoke(sampler, root, traceId, name, its(kind), noAttributes, List.of());
            return ((Enum<?>) decision.invoke(result)).name().equals("RECORD_AND_SAMPLE");
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            // Then its spans are asked for again when they are over.
            return true;
        }
    }

    private Object its(SpanKind kind) {
        for (Object each : kinds) {
            if (((Enum<?>) each).name().equals(kind.name())) {
                return each;
            }
        }
        throw new IllegalStateException("no kind " + kind);
    }
}
