package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Headers;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An interceptor's view of a client's call. */
interface ClientStep extends Step, GrpcClientCall {
    @Override
    ClientPass<?, ?> pass();

    private CallOptions options() {
        return pass().options();
    }

    @Override
    default Headers headers() {
        return new MetadataHeaders(pass().metadata(), true);
    }

    @Override
    default Object[] librarySource() {
        return pass().librarySource();
    }

    @Override
    default Duration timeRemaining() {
        return ClientDeadline.remaining(options());
    }

    @Override
    default String authority() {
        String chosen = options().getAuthority();
        return chosen == null ? pass().channel().authority() : chosen;
    }

    @Override
    default String peer() {
        Object address = pass().getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }

    @Override
    default void setTimeout(Duration timeout) {
        pass().options(
                        timeout == null
                                ? options().withDeadline(null)
                                : options().withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    default boolean waitForReady() {
        return options().isWaitForReady();
    }

    @Override
    default void setWaitForReady(boolean wait) {
        pass().options(wait ? options().withWaitForReady() : options().withoutWaitForReady());
    }

    @Override
    default String compression() {
        return options().getCompressor();
    }

    @Override
    default void setCompression(String name) {
        pass().options(options().withCompression(name));
    }

    /** That of one of several interceptors. */
    final class Turn extends AbstractTurn<ClientPass<?, ?>> implements ClientStep {
        Turn(ClientPass<?, ?> pass, int position) {
            super(pass, position);
        }
    }
}
