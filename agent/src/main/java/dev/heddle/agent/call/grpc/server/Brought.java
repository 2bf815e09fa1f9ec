package dev.heddle.agent.call.grpc.server;

import io.grpc.ServerCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/** Something that the library has brought for a handler. */
sealed interface Brought<Q> {
    /** A request, which the handler must have asked for. */
    record Message<Q>(Q message) implements Brought<Q> {}

    /** The end of the requests, which comes after the last. */
    record HalfClose<Q>() implements Brought<Q> {}

    /** What waits for no request. */
    record Other<Q>(Consumer<ServerCall.Listener<Q>> callback) implements Brought<Q> {}

    /** What has not been brought to the handler yet, in order. Guarded by its owner. */
    final class Queue<Q> {
        private final Deque<Brought<Q>> queue = new ArrayDeque<>();
        /** How many requests the handler has asked for and not got. */
        private long demand;

        void add(Brought<Q> brought) {
            queue.add(brought);
        }

        /** The handler asks for requests. */
        void ask(int messages) {
            demand += messages;
        }

        boolean isEmpty() {
            return queue.isEmpty();
        }

        /** The library ends the call, and the handler hears no more than that. */
        void dropRequests() {
            queue.removeIf(brought -> !(brought instanceof Other));
        }

        /** The next that the handler can get: a request waits until it is asked for, and the end of requests for those. */
        Brought<Q> take() {
            boolean waits = false;
            for (Iterator<Brought<Q>> all = queue.iterator(); all.hasNext(); ) {
                Brought<Q> next = all.next();
                if (next instanceof Other || !waits && (next instanceof HalfClose || demand > 0)) {
                    if (next instanceof Message) {
                        demand--;
                    }
                    all.remove();
                    return next;
                }
                waits = true;
            }
            return null;
        }
    }
}
