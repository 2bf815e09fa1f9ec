package dev.heddle.agent.call.grpc.client;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends a call that waits for an interceptor at its deadline, or when its context is cancelled, as the library would. */
final class WaitLimit implements Context.CancellationListener {
    private final Context context;
    private final CompletableFuture<Void> timer = new CompletableFuture<>();
    private final Consumer<Status> end;

    private WaitLimit(Context context, Consumer<Status> end) {
        this.context = context;
        this.end = end;
    }

    /** Begins to watch; the end is told at most once for each of the two reasons. */
    static WaitLimit of(Context context, CallOptions options, Consumer<Status> end) {
        WaitLimit limit = new WaitLimit(context, end);
        context.addListener(limit, Runnable::run);
        Long left = nanosLeft(context, options);
        if (left != null) {
            limit.timer.completeOnTimeout(null, Math.max(left, 0), TimeUnit.NANOSECONDS);
            limit.timer.thenRun(limit::expired);
        }
        return limit;
    }

    /** The time until the earlier one of both deadlines, or {@code null}. */
    static Long nanosLeft(Context context, CallOptions options) {
        Deadline own = options.getDeadline();
        Deadline outer = context.getDeadline();
        Deadline first = own == null ? outer : outer == null ? own : own.minimum(outer);
        return first == null ? null : first.timeRemaining(TimeUnit.NANOSECONDS);
    }

    private void expired() {
        end.accept(Status.DEADLINE_EXCEEDED.withDescription("deadline exceeded while an interceptor was waiting"));
    }

    @Override
    public void cancelled(Context cancelled) {
        Status status = Contexts.statusFromCancelled(cancelled);
        end.accept(status == null ? Status.CANCELLED : status);
    }

    void stop() {
        timer.cancel(false);
        context.removeListener(this);
    }
}
