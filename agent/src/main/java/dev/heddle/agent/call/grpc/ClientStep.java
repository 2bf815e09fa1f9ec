package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Headers;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An interceptor's view of a client's call. */
final class ClientStep extends Step<ClientPass<?, ?>> implements GrpcClientCall {
    ClientStep(ClientPass<?, ?> pass, int position) {
        super(pass, position);
    }

    private CallOptions options() {
        return pass().options();
    }

    @Override
    public Headers headers() {
        return new MetadataHeaders(pass().headers(), true);
    }

    @Override
    public Object[] source() {
        return pass().source();
    }

    @Override
    public Duration deadline() {
        return ClientDeadline.remaining(options());
    }

    @Override
    public String authority() {
        String chosen = options().getAuthority();
        return chosen == null ? pass().channel().authority() : chosen;
    }

    @Override
    public String peer() {
        Object address = pass().getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }

    @Override
    public void deadline(Duration timeout) {
        pass().options(
                        timeout == null
                                ? options().withDeadline(null)
                                : options().withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean waitForReady() {
        return options().isWaitForReady();
    }

    @Override
    public void waitForReady(boolean wait) {
        pass().options(wait ? options().withWaitForReady() : options().withoutWaitForReady());
    }

    @Override
    public String compression() {
        return options().getCompressor();
    }

    @Override
    public void compression(String name) {
        pass().options(options().withCompression(name));
    }
}
