package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptors;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Set;

/** Spans of gRPC calls, by the semantic conventions that are stable. */
final class GrpcSpans {
    /** What is an error of the server's, and not what its client has asked for. */
    private static final Set<String> SERVER_ERRORS =
            Set.of("UNKNOWN", "DEADLINE_EXCEEDED", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS");

    private final Spans spans;

    GrpcSpans(Spans spans) {
        this.spans = spans;
    }

    void register(Interceptors interceptors) {
        interceptors.on(GRPC_CLIENT.except("grpc.health.*"), call -> {
            if (TraceHeaders.PLAIN.isIn(call.headers())) {
                return call.proceed();
            }
            Context before = Context.current();
            if (!spans.isOn(before)) {
                TraceHeaders.PLAIN.send(call.headers(), before);
                return handOn(call, before);
            }
            SpanDraft span = spans.begin(call.name(), SpanKind.CLIENT, before);
            TraceHeaders.PLAIN.send(call.headers(), span.current());
            if (!span.context().isSampled()) {
                return handOn(call, before);
            }
            describe(call, span);
            // What waits for the responses belongs to who has called.
            call.events(new Watch(span, before, false));
            return call.proceed();
        });
        interceptors.on(GRPC_SERVER, call -> {
            Context received = TraceHeaders.PLAIN.receive(call.headers());
            if (!spans.isOn(received)) {
                return handOn(call, received);
            }
            SpanDraft span = spans.begin(call.name(), SpanKind.SERVER, received);
            if (!span.context().isSampled()) {
                return handOn(call, span.current());
            }
            describe(call, span);
            call.events(new Watch(span, span.current(), true));
            return call.proceed();
        });
    }

    /** A call that has no span: its code runs in a context all the same, if that says anything. */
    private static Object handOn(GrpcCall call, Context context) throws Throwable {
        if (context != Context.root()) {
            call.scope(context::makeCurrent);
        }
        return call.proceed();
    }

    private static void describe(GrpcCall call, SpanDraft span) {
        span.with(Names.RPC_SYSTEM, "grpc").with(Names.RPC_METHOD, call.name());
        server(call.authority(), span);
    }

    /** The name and port that the call is for. */
    private static void server(String authority, SpanDraft span) {
        if (authority != null) {
            int colon = authority.lastIndexOf(':');
            boolean port = colon > authority.lastIndexOf(']');
            span.with(Names.SERVER_ADDRESS, port ? authority.substring(0, colon) : authority);
            span.with(Names.SERVER_PORT, port ? authority.substring(colon + 1) : null);
        }
    }

    private static final class Watch implements GrpcEvents {
        private final SpanDraft span;
        private final Context current;
        private final boolean server;

        Watch(SpanDraft span, Context current, boolean server) {
            this.span = span;
            this.current = current;
            this.server = server;
        }

        @Override
        public Scope scope() {
            return current.makeCurrent();
        }

        @Override
        public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
            String code = status.code().name();
            boolean error = server ? SERVER_ERRORS.contains(code) : !code.equals("OK");
            span.with(Names.RPC_STATUS, code);
            if (error) {
                span.with(Names.ERROR_TYPE, code);
            }
            span.end(error ? status.description() == null ? code : status.description() : null, null);
            return status;
        }

        /** The client is gone, and nothing closes the call any more. */
        @Override
        public void onCancel() {
            if (server) {
                span.with(Names.RPC_STATUS, "CANCELLED").end(null, null);
            }
        }
    }
}
