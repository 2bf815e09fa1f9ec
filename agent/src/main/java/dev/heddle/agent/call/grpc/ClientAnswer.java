package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the application gets for an answer of the interceptors: all at once, but of a stream what it asks for. */
final class ClientAnswer<Q, R> implements Runnable {
    private final ClientPass<Q, R> pass;
    private final ClientAttempt<Q, R> last;
    private final Object value;
    private final Throwable failure;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private Iterator<?> responses;
    private boolean closed;

    /**
     * An answer.
     *
     * @param last what the library did before, or {@code null}: then its headers and trailers go with the answer
     */
    ClientAnswer(ClientPass<Q, R> pass, ClientAttempt<Q, R> last, Object value, Throwable failure) {
        this.pass = pass;
        this.last = last;
        this.value = value;
        this.failure = failure;
    }

    @Override
    public void run() {
        pass.callback(this::deliver);
    }

    @SuppressWarnings("unchecked") // The steps have judged the answer.
    private void deliver() {
        if (failure != null) {
            close(Statuses.of(failure), Statuses.trailers(failure));
        } else if (value instanceof Iterable<?> many && pass.responseStream()) {
            responses = many.iterator();
            pass.listener().onHeaders(new Metadata());
            pass.needExtras().answered = this;
            request(pass.takeDemand());
        } else {
            if (!pass.responseStream()) {
                pass.listener().onHeaders(last == null || last.headers() == null ? new Metadata() : last.headers());
                pass.listener().onMessage((R) value);
            }
            close(Status.OK, last == null ? new Metadata() : last.trailers());
        }
    }

    private void close(Status status, Metadata trailers) {
        pass.listener().onClose(status, trailers);
        pass.complete(value, failure);
    }

    /** The application asks for more of a stream. */
    void request(int count) {
        demand.addAndGet(count);
        // Whoever finds nobody at it delivers, also what is asked for meanwhile.
        if (asked.getAndIncrement() == 0) {
            pass.deliver(this::drain);
        }
    }

    @SuppressWarnings("unchecked") // The steps have judged the answer.
    private void drain() {
        int seen = asked.get();
        do {
            while (demand.get() > 0 && responses.hasNext()) {
                demand.decrementAndGet();
                pass.listener().onMessage((R) responses.next());
            }
            if (!responses.hasNext() && !closed) {
                closed = true;
                close(Status.OK, new Metadata());
            }
            seen = asked.addAndGet(-seen);
        } while (seen > 0);
    }
}
