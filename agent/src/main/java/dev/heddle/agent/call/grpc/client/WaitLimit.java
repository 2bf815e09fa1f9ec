package dev.heddle.agent.call.grpc.client;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
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
        limit.listen();
        Long left = nanosLeft(context, options);
        if (left != null) {
            limit.timer.completeOnTimeout(null, Math.max(left, 0), TimeUnit.NANOSECONDS);
            limit.timer.thenRun(limit::expired);
        }
        return limit;
    }

    /** A context that is over tells so under its lock as one begins to listen, which the application must not be under. */
    private void listen() {
        Thread listener = Thread.currentThread();
        List<Runnable> early = new ArrayList<>(1);
        boolean[] listens = new boolean[1];
        context.addListener(this, told -> {
            if (!listens[0] && Thread.currentThread() == listener) {
                early.add(told);
            } else {
                told.run();
            }
        });
        listens[0] = true;
        early.forEach(Runnable::run);
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
