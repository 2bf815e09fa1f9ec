package dev.heddle.extension.grpcauth;

import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Interceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Refuses a call without an accepted token. */
final class ServerGuard implements Interceptor<GrpcServerCall> {
    private final Header header;
    private final Tokens tokens;
    private final GrpcStatus refusal;

    ServerGuard(Header header, Tokens tokens, String message) {
        this.header = header;
        this.tokens = tokens;
        this.refusal = GrpcStatus.Code.UNAUTHENTICATED.status(message);
    }

    @Override
    public Object intercept(GrpcServerCall call) {
        String presented = header.token(call.headers().get(header.name()));
        if (presented == null || !accepts(presented.getBytes(StandardCharsets.UTF_8))) {
            throw refusal.exception();
        }
        return call.proceed();
    }

    /** Takes as long whichever token it is, and however much of one is right. */
    private boolean accepts(byte[] presented) {
        boolean accepted = false;
        for (byte[] token : tokens.now()) {
            accepted |= MessageDigest.isEqual(presented, token);
        }
        return accepted;
    }
}
