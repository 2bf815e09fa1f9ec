package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Headers;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;

/**
 * How a context travels: trace context and baggage, as the standards say. Of Temporal in one header with a JSON object, as
 * all its SDKs have it; of gRPC and Nexus in headers of their own names. Whoever calls can write anything there: what is no
 * text, or larger than the standards allow, is not taken, and what is too large does not leave.
 */
enum TraceHeaders {
    /** Of workflows, activities, signals, queries, updates. */
    TEMPORAL {
        @Override
        Carrier read(Headers headers) {
            Map<?, ?> carried = headers.get(HEADER, Map.class);
            if (carried == null) {
                return null;
            }
            Carrier carrier = new Carrier();
            carrier.take(Carrier.TRACE_PARENT, carried.get(Carrier.TRACE_PARENT));
            carrier.take(Carrier.TRACE_STATE, carried.get(Carrier.TRACE_STATE));
            carrier.take(Carrier.BAGGAGE, carried.get(Carrier.BAGGAGE));
            return carrier;
        }

        @Override
        Object write(Headers headers, Carrier carrier) {
            Object sent = carrier.json();
            headers.putIfWritable(HEADER, sent);
            return sent;
        }

        @Override
        boolean isIn(Headers headers) {
            return headers.contains(HEADER);
        }
    },

    /** Of gRPC and Nexus. */
    PLAIN {
        @Override
        Carrier read(Headers headers) {
            Carrier carrier = new Carrier();
            carrier.take(Carrier.TRACE_PARENT, headers.get(Carrier.TRACE_PARENT));
            carrier.take(Carrier.TRACE_STATE, headers.get(Carrier.TRACE_STATE));
            carrier.take(Carrier.BAGGAGE, headers.get(Carrier.BAGGAGE));
            return carrier;
        }

        @Override
        Object write(Headers headers, Carrier carrier) {
            carrier.forEach(headers::putIfWritable);
            return carrier;
        }

        @Override
        boolean isIn(Headers headers) {
            return headers.get(Carrier.TRACE_PARENT) != null;
        }
    };

    static final String HEADER = "_tracer-data";

    private static final TextMapPropagator TRACE = W3CTraceContextPropagator.getInstance();
    private static final TextMapPropagator BAGGAGE = W3CBaggagePropagator.getInstance();

    /** What has come, further in than nothing. */
    Context receive(Headers headers) {
        return extract(read(headers));
    }

    private static Context extract(Carrier carrier) {
        if (carrier == null || carrier.isEmpty()) {
            return Context.root();
        }
        Context received = TRACE.extract(Context.root(), carrier, Carrier.GETTER);
        return carrier.hasBaggage() ? BAGGAGE.extract(received, carrier, Carrier.GETTER) : received;
    }

    /** Sends a context along; gives what is sent, or {@code null}. */
    Object send(Headers headers, Context context) {
        if (!headers.writable()) {
            return null;
        }
        Carrier carrier = inject(context);
        return carrier.isEmpty() ? null : write(headers, carrier);
    }

    private static Carrier inject(Context context) {
        Carrier carrier = new Carrier();
        TRACE.inject(context, carrier, Carrier.SETTER);
        if (!Baggage.fromContext(context).isEmpty()) {
            BAGGAGE.inject(context, carrier, Carrier.SETTER);
        }
        return carrier;
    }

    /** Does what a call will, with no headers. */
    static void warm(Context context) {
        Carrier carrier = inject(context);
        extract(carrier);
        carrier.json();
        BAGGAGE.extract(context, carrier, Carrier.GETTER);
    }

    /** What there is; {@code null} for nothing. */
    abstract Carrier read(Headers headers);

    abstract Object write(Headers headers, Carrier carrier);

    /** Whether somebody else sends one along. */
    abstract boolean isIn(Headers headers);
}
