package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many messages the application asks for in a client's call, on any thread: each attempt is asked for as many,
 * once.
 *
 * <p>Until an attempt's call is live the demand grows without a lock, for that is the way of each call. From then on
 * the lock of this object keeps another attempt from following between the sum and the question whom to ask; and when
 * it is certain that none follows nothing is remembered.
 */
abstract class ClientDemand<Q, R> extends ClientTerms<Q, R> {
    /** Set in the demand while the attempt's call takes what comes. */
    private static final int LIVE = Integer.MIN_VALUE;

    private static final VarHandle DEMAND;

    static {
        try {
            DEMAND = MethodHandles.lookup().findVarHandle(ClientDemand.class, "demand", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** How many messages are asked for, and in the sign whether a call has taken that over: so one of them was first. */
    private volatile int demand;

    ClientDemand(Chain chain, MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        super(chain, method, options, next);
    }

    @Override
    public abstract ClientAttempt<Q, R> attempt();

    /** Whether the call has ended for the application. */
    abstract boolean ended();

    @Override
    protected ClientCall<Q, R> delegate() {
        return live();
    }

    /** Whether what comes is sent straight on. */
    final boolean isLive() {
        return demand < 0;
    }

    /** The call that takes what comes, or {@code null} while it is to be kept. */
    final ClientCall<Q, R> live() {
        return isLive() ? attempt().call() : null;
    }

    /** From now on what comes is sent straight to the attempt's call, which must be asked for as much as this returns. */
    final int goLive() {
        return (int) DEMAND.getAndBitwiseOr(this, LIVE) & ~LIVE;
    }

    /** From now on what comes is kept for another attempt. Called with the lock. */
    final void keep() {
        DEMAND.getAndBitwiseAnd(this, ~LIVE);
    }

    @Override
    public void request(int count) {
        ClientAttempt<Q, R> current = attempt();
        ClientCall<Q, R> call = current != null && current.opened() && !ended() ? current.call() : demand(count);
        if (call != null) {
            call.request(count);
        }
    }

    /** Remembers what the application asks for, because another attempt may have to ask again; gives the call to ask. */
    private ClientCall<Q, R> demand(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Number requested must be non-negative");
        }
        if (!demandMore(count, 0)) {
            synchronized (this) {
                if (!demandMore(count, 0)) {
                    // It stays live under the lock.
                    demandMore(count, LIVE);
                    if (!ended()) {
                        return live();
                    }
                }
            }
        }
        Extras extra = extras();
        if (extra != null && extra.answered != null) {
            extra.answered.request(takeDemand());
        }
        return null;
    }

    /** Adds to the demand if it is as live as that. */
    private boolean demandMore(int count, int live) {
        int before;
        int after;
        do {
            before = demand;
            if ((before & LIVE) != live) {
                return false;
            }
            after = live | (int) Math.min(Integer.MAX_VALUE, (long) (before & ~LIVE) + count);
        } while (!DEMAND.compareAndSet(this, before, after));
        return true;
    }

    /** All that is asked for, which is then nobody else's to bring. */
    final int takeDemand() {
        return (int) DEMAND.getAndBitwiseAnd(this, LIVE) & ~LIVE;
    }
}
