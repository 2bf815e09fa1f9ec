package dev.heddle.extension.opentelemetrymetrics;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those of gRPC's own metrics that can be told of calls; attempts and compressed sizes are the transport's to tell. */
final class GrpcMetrics {
    private final Meter<GrpcKey> client;
    private final Meter<GrpcKey> started;
    private final Meter<GrpcKey> server;

    GrpcMetrics(Meters meters) {
        client = meters.histogram(
                "grpc.client.call.duration",
                "s",
                "Time taken by gRPC to complete an RPC from application's perspective",
                Meter.grpcSeconds());
        started = meters.counter("grpc.server.call.started", "{call}", "Number of server calls started");
        server = meters.histogram(
                "grpc.server.call.duration",
                "s",
                "Time taken to complete a call from server transport's perspective",
                Meter.grpcSeconds());
    }

    void register(Interceptors interceptors) {
        interceptors.on(GRPC_CLIENT, call -> {
            call.events(new Watch(client, call.name(), call.authority(), false));
            return call.proceed();
        });
        interceptors.on(GRPC_SERVER, call -> {
            started.record(new GrpcKey(call.name(), null, null), 1);
            call.events(new Watch(server, call.name(), null, true));
            return call.proceed();
        });
    }

    private static final class Watch implements GrpcEvents {
        private final Meter<GrpcKey> duration;
        private final String method;
        private final String target;
        private final boolean server;
        private final long begin = System.nanoTime();
        private final AtomicBoolean over = new AtomicBoolean();

        Watch(Meter<GrpcKey> duration, String method, String target, boolean server) {
            this.duration = duration;
            this.method = method;
            this.target = target;
            this.server = server;
        }

        @Override
        public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
            end(status.code());
            return status;
        }

        /** The client is gone, and nothing closes a server's call any more. */
        @Override
        public void onCancel() {
            if (server) {
                end(GrpcStatus.Code.CANCELLED);
            }
        }

        private void end(GrpcStatus.Code code) {
            if (over.compareAndSet(false, true)) {
                duration.record(new GrpcKey(method, target, code.name()), (System.nanoTime() - begin) / 1e9);
            }
        }
    }
}
