package greetings.spring;

import org.springframework.context.event.EventListener;
import org.springframework.grpc.server.lifecycle.GrpcServerStartedEvent;
import org.springframework.stereotype.Component;

/** Where the gRPC server listens. */
@Component
class ServerPort {
    private volatile int port;

    @EventListener
    void started(GrpcServerStartedEvent event) {
        // An in-process server has none.
        port = Math.max(port, event.getPort());
    }

    int port() {
        return port;
    }
}
