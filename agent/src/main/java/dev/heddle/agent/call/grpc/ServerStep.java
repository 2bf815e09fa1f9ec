package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Headers;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Grpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An interceptor's view of a server's call. */
interface ServerStep extends Step, GrpcServerCall {
    @Override
    ServerPass<?, ?> pass();

    @Override
    default Headers headers() {
        return new MetadataHeaders(pass().metadata(), false);
    }

    @Override
    default Object[] librarySource() {
        return new Object[] {pass().call(), pass().metadata()};
    }

    @Override
    default Duration timeRemaining() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null ? null : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }

    @Override
    default String authority() {
        return pass().call().getAuthority();
    }

    @Override
    default String peer() {
        Object address = pass().call().getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }

    /** That of one of several interceptors. */
    final class Turn extends AbstractTurn<ServerPass<?, ?>> implements ServerStep {
        Turn(ServerPass<?, ?> pass, int position) {
            super(pass, position);
        }
    }
}
