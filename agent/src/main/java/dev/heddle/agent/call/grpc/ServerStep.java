package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Headers;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Grpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An interceptor's view of a server's call. */
final class ServerStep extends Step<ServerPass<?, ?>> implements GrpcServerCall {
    ServerStep(ServerPass<?, ?> pass, int position) {
        super(pass, position);
    }

    @Override
    public Headers headers() {
        return new MetadataHeaders(pass().headers(), false);
    }

    @Override
    public Object[] source() {
        return new Object[] {pass().call(), pass().headers()};
    }

    @Override
    public Duration deadline() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null ? null : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }

    @Override
    public String authority() {
        return pass().call().getAuthority();
    }

    @Override
    public String peer() {
        Object address = pass().call().getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }
}
