package dev.heddle.agent.call.grpc;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The deadline of a client's call: the earlier one of the call's own and its context's. */
final class ClientDeadline {
    private ClientDeadline() {}

    /** The time left, or {@code null}. */
    static Duration remaining(CallOptions options) {
        Deadline own = options.getDeadline();
        Deadline outer = Context.current().getDeadline();
        Deadline effective = own == null ? outer : outer == null ? own : own.minimum(outer);
        return effective == null ? null : Duration.ofNanos(effective.timeRemaining(TimeUnit.NANOSECONDS));
    }

    /** Keeps a call whose interceptors answer later to its deadline: the library may not know of the call yet. */
    static void watch(ClientPass<?, ?> pass, CallOptions options) {
        Duration remaining = remaining(options);
        if (remaining != null) {
            CompletableFuture<Void> timer = new CompletableFuture<>();
            pass.needExtras().timer = timer;
            timer.thenRun(pass::expire);
            timer.completeOnTimeout(null, Math.max(0, remaining.toNanos()), TimeUnit.NANOSECONDS);
        }
    }
}
