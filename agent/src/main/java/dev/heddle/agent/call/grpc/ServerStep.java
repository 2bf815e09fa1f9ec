package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcServerCall;

/** An interceptor's view of a server's call. */
final class ServerStep extends Step<ServerPass<?, ?>> implements GrpcServerCall {
    ServerStep(ServerPass<?, ?> pass, int position) {
        super(pass, position);
    }
}
