package dev.heddle.agent.call.grpc.client;

import java.util.ArrayList;
import java.util.List;

/** What an application has done to a call, to be done to another in its place. Guarded by its owner. */
final class SentRequests<Q, R> {
    private final boolean keeps;
    private final List<Q> messages = new ArrayList<>(1);
    private boolean lost;
    private boolean halfClosed;
    private long demand;
    private Boolean compression;

    /**
     * Nothing yet.
     *
     * @param keeps whether messages are kept; where not, there is nothing to send again once one has been sent
     */
    SentRequests(boolean keeps) {
        this.keeps = keeps;
    }

    void message(Q message) {
        if (keeps) {
            messages.add(message);
        } else {
            lost = true;
        }
    }

    void halfClose() {
        halfClosed = true;
    }

    void request(int more) {
        demand += more;
    }

    void compression(boolean enabled) {
        compression = enabled;
    }

    /** Whether everything can be done again. */
    boolean complete() {
        return !lost;
    }

    /** Does everything again. */
    void replay(DelayedClientCall<Q, R> call) {
        if (compression != null) {
            call.setMessageCompression(compression);
        }
        if (demand > 0) {
            call.request((int) Math.min(demand, Integer.MAX_VALUE));
        }
        messages.forEach(call::sendMessage);
        if (halfClosed) {
            call.halfClose();
        }
    }
}
