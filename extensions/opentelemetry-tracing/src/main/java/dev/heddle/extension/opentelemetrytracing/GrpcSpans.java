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
            if (!spans.isOn()) {
                TraceHeaders.PLAIN.send(call.headers(), Context.current());
                return call.proceed();
            }
            Context before = Context.current();
            SpanDraft span = describe(call, spans.begin(call.name(), SpanKind.CLIENT, before));
            server(call.authority(), span);
            TraceHeaders.PLAIN.send(call.headers(), span.context());
            // What waits for the responses belongs to who has called.
            call.events(new Watch(span, before, false));
            return call.proceed();
        });
        interceptors.on(GRPC_SERVER, call -> {
            Context received = TraceHeaders.PLAIN.receive(call.headers());
            if (!spans.isOn()) {
                call.scope(received::makeCurrent);
                return call.proceed();
            }
            SpanDraft span = describe(call, spans.begin(call.name(), SpanKind.SERVER, received));
            server(call.authority(), span);
            call.events(new Watch(span, span.context(), true));
            return call.proceed();
        });
    }

    private static SpanDraft describe(GrpcCall call, SpanDraft span) {
        return span.with("rpc.system.name", "grpc").with("rpc.method", call.name());
    }

    /** The name and port that the call is for. */
    private static void server(String authority, SpanDraft span) {
        if (authority != null) {
            int colon = authority.lastIndexOf(':');
            boolean port = colon > authority.lastIndexOf(']');
            span.with("server.address", port ? authority.substring(0, colon) : authority);
            span.with("server.port", port ? authority.substring(colon + 1) : null);
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
            span.with("rpc.status_code", code);
            if (error) {
                span.with("error.type", code);
            }
            span.end(error ? status.description() == null ? code : status.description() : null, null);
            return status;
        }

        /** The client is gone, and nothing closes the call any more. */
        @Override
        public void onCancel() {
            if (server) {
                span.with("rpc.status_code", "CANCELLED").end(null, null);
            }
        }
    }
}
