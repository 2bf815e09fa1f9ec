package dev.heddle.extension.grpcauth;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Adds the token to a call that has none. */
final class ClientCredentials implements Interceptor<GrpcClientCall> {
    private final Header header;
    private final Tokens tokens;

    ClientCredentials(Header header, Tokens tokens) {
        this.header = header;
        this.tokens = tokens;
    }

    @Override
    public Object intercept(GrpcClientCall call) {
        if (call.headers().get(header.name()) == null) {
            List<byte[]> now = tokens.now();
            if (now.isEmpty()) {
                throw new GrpcException.Unauthenticated("no token to send; the log of this process says why");
            }
            call.headers().put(header.name(), header.value(new String(now.get(0), StandardCharsets.US_ASCII)));
        }
        return call.proceed();
    }
}
