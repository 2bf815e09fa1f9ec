package dev.heddle.grpc;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the test at hand has its extensions do. The extensions are loaded once and see this class as one of the
 * application's.
 */
public final class Interceptions {
    /** An extension's place in the chain. */
    public enum Place {
        /** Order 1. */
        OUTER,
        /** Order 2. */
        INNER,
        /** Order 3, and it fails closed. */
        GUARD;

        private volatile Interceptor<? super GrpcClientCall> client;
        private volatile Interceptor<? super GrpcServerCall> server;

        /** Called by the extension. */
        public Object intercept(GrpcClientCall call) throws Throwable {
            CLIENT_CALLS.incrementAndGet();
            return client == null ? call.proceed() : client.intercept(call);
        }

        /** Called by the extension. */
        public Object intercept(GrpcServerCall call) throws Throwable {
            SERVER_CALLS.incrementAndGet();
            return server == null ? call.proceed() : server.intercept(call);
        }

        void client(Interceptor<? super GrpcClientCall> interceptor) {
            client = interceptor;
        }

        void server(Interceptor<? super GrpcServerCall> interceptor) {
            server = interceptor;
        }
    }

    static final AtomicInteger CLIENT_CALLS = new AtomicInteger();
    static final AtomicInteger SERVER_CALLS = new AtomicInteger();

    private static final List<GrpcServer> SERVERS = new CopyOnWriteArrayList<>();

    private Interceptions() {}

    /** Called by the first extension when a server starts; fails for one whose name says so. */
    public static void started(GrpcServer server) {
        SERVERS.add(server);
        if (server.address().startsWith("fails")) {
            throw new IllegalStateException("an accident of a listener");
        }
    }

    /** The servers that have started so far. */
    static List<GrpcServer> servers() {
        return SERVERS;
    }

    static void reset() {
        for (Place place : Place.values()) {
            place.client(null);
            place.server(null);
        }
        CLIENT_CALLS.set(0);
        SERVER_CALLS.set(0);
    }
}
