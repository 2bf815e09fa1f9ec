package dev.heddle.agent.call.grpc;

import io.grpc.ClientCall;
import java.util.ArrayList;
import java.util.List;

/**
 * What the library has told of an attempt before the application could send by it, in its order; the callbacks of a
 * call run one at a time, these among them. Thread-safe.
 */
final class EarlyCallbacks {
    private List<Runnable> waiting = new ArrayList<>();

    /** Keeps a callback behind those before it; says whether it had to. */
    synchronized boolean hold(Runnable callback) {
        if (waiting == null) {
            return false;
        }
        waiting.add(callback);
        return true;
    }

    /** Runs all that wait and all that come meanwhile; from then on none has to wait. */
    void release(ClientCall<?, ?> call) {
        for (List<Runnable> next = take(); next != null; next = take()) {
            for (Runnable callback : next) {
                try {
                    callback.run();
                } catch (Throwable thrown) {
                    // As the library does if a callback throws.
                    call.cancel("Failed to call the application back", thrown);
                }
            }
        }
    }

    private synchronized List<Runnable> take() {
        List<Runnable> next = waiting;
        waiting = next.isEmpty() ? null : new ArrayList<>();
        return next.isEmpty() ? null : next;
    }
}
