package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Rules;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;

/** What an interceptor of gRPC's own type throws on purpose, as far as that can be told. */
public final class Refusals {
    private Refusals() {}

    /** Whether it is meant for the caller, and no accident: a status, or that something is not allowed. */
    public static boolean isRefusal(Throwable thrown) {
        return thrown instanceof StatusRuntimeException
                || thrown instanceof StatusException
                || thrown instanceof SecurityException
                || Rules.unwinds(thrown);
    }
}
