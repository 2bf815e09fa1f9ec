package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What the application sends in a client's call: held until the chain arrives at the library, and passed on from then
 * on.
 *
 * <p>Like any call of gRPC it is used by one thread at a time, but for {@link #request} and {@link #cancel}; and the
 * chain may arrive on any thread. So whatever waits for {@link #live} is under the lock of this object; nothing foreign
 * is called under it.
 */
abstract class ClientRequests<Q, R> extends ClientDemand<Q, R> {
    private boolean entered;
    private boolean halfClosed;

    ClientRequests(Chain chain, MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        super(chain, method, options, next);
    }

    /** Runs the chain. */
    abstract void run();

    /** Tells the application that it may send, though nothing leaves yet. */
    abstract void becomeReady();

    final void enter() {
        entered = true;
        run();
    }

    /** Runs the chain of a request stream, while the application is starting the call and cannot send. */
    final void enterStream() {
        oneRequest(Thread.currentThread());
        try {
            enter();
        } finally {
            oneRequest(null);
        }
    }

    /** Whether this is the thread on which the application is starting the call, and there is nothing to send. */
    private boolean isStarting() {
        return oneRequest() == Thread.currentThread()
                && (extras() == null || extras().requests == null && extras().held == null);
    }

    @Override
    public void sendMessage(Q message) {
        if (!ended()) {
            ClientCall<Q, R> call = live();
            if (call == null) {
                call = hold(message);
            }
            if (call != null) {
                send(call, message);
            }
        }
    }

    /** Keeps a request for the chain's arrival, unless that has just been. */
    private ClientCall<Q, R> hold(Q message) {
        if (!entered && oneRequest() == null) {
            oneRequest(message);
            return null;
        }
        if (!entered) {
            // Two where one is due: the server will say what it thinks of it.
            enter();
        }
        synchronized (this) {
            ClientCall<Q, R> call = live();
            if (call == null) {
                Extras extra = needExtras();
                if (extra.held == null) {
                    extra.held = new ArrayList<>();
                }
                extra.held.add(message);
            }
            return call;
        }
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void send(ClientCall<Q, R> call, Object message) {
        Q passing = (Q) passRequest(message);
        if (passing != null) {
            call.sendMessage(passing);
        }
    }

    @Override
    public void halfClose() {
        if (ended()) {
            return;
        }
        if (!entered) {
            halfClosed = true;
            enter();
            return;
        }
        ClientCall<Q, R> call;
        Reply<List<Object>> requests;
        synchronized (this) {
            halfClosed = true;
            call = live();
            requests = extras() == null ? null : extras().requests;
        }
        if (call != null) {
            halfClose(call);
        } else if (requests != null) {
            requests.complete(held());
        }
    }

    private void halfClose(ClientCall<Q, R> call) {
        if (!refused(EventChain::halfClose)) {
            call.halfClose();
        }
    }

    @Override
    public boolean isReady() {
        ClientCall<Q, R> call = live();
        return call != null ? call.isReady() : !ended() && (!entered || extras() != null && extras().requests != null);
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        ClientCall<Q, R> call = live();
        if (call != null) {
            call.setMessageCompression(enabled);
        } else {
            needExtras().uncompressed = !enabled;
        }
    }

    @Override
    public Attributes getAttributes() {
        ClientCall<Q, R> call = live();
        return call == null ? Attributes.EMPTY : call.getAttributes();
    }

    /** Starts an attempt's call and hands it what was held, and from then on what comes. */
    final void send(ClientAttempt<Q, R> attempt, ClientCall<Q, R> call, Metadata metadata) {
        if (!requestStream()) {
            start(attempt, call, metadata);
            sendOne(call);
        } else if (isStarting()) {
            // Live before the first callback, which may want to send at once.
            int due = goLive();
            start(attempt, call, metadata);
            ask(call, due);
        } else {
            start(attempt, call, metadata);
            sendHeld(call);
            attempt.release();
        }
    }

    private void start(ClientAttempt<Q, R> attempt, ClientCall<Q, R> call, Metadata metadata) {
        attempt.start(call, metadata);
        if (extras() != null && extras().uncompressed) {
            call.setMessageCompression(false);
        }
    }

    private void sendOne(ClientCall<Q, R> call) {
        ask(call, goLive());
        if (oneRequest() != null) {
            send(call, oneRequest());
        }
        if (halfClosed) {
            halfClose(call);
        }
    }

    private void sendHeld(ClientCall<Q, R> call) {
        List<Object> batch = List.of();
        int sent = 0;
        int due = 0;
        boolean complete = false;
        do {
            sent += batch.size();
            synchronized (this) {
                batch = heldFrom(sent);
                if (batch.isEmpty()) {
                    due = goLive();
                    complete = halfClosed;
                }
            }
            for (Object message : batch) {
                send(call, message);
            }
        } while (!batch.isEmpty());
        ask(call, due);
        if (complete) {
            halfClose(call);
        }
    }

    private static void ask(ClientCall<?, ?> call, int due) {
        if (due > 0) {
            call.request(due);
        }
    }

    /** What else has come while so much was sent; what an interceptor has asked for is kept, to be sent again. */
    private List<Object> heldFrom(int sent) {
        Extras extra = extras();
        if (extra == null || extra.held == null) {
            return List.of();
        }
        if (extra.requests != null) {
            return List.copyOf(extra.held.subList(sent, extra.held.size()));
        }
        List<Object> held = extra.held;
        extra.held = null;
        return held;
    }

    @Override
    public CompletionStage<List<Object>> holdRequests() {
        Reply<List<Object>> requests;
        synchronized (this) {
            if (isLive()) {
                throw new IllegalStateException("the call has gone on, and requests may have passed");
            }
            requests = needExtras().requests;
            if (requests == null) {
                requests = new Reply<>();
                extras().requests = requests;
            }
        }
        if (halfClosed) {
            requests.complete(held());
        } else {
            becomeReady();
        }
        return requests;
    }

    private synchronized List<Object> held() {
        return extras().held == null ? List.of() : List.copyOf(extras().held);
    }
}
