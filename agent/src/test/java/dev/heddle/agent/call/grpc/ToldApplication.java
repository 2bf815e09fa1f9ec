package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;

/** What an application is told of its client's call, which must come one by one and end once. */
final class ToldApplication extends ClientCall.Listener<String> {
    private final List<String> events = new ArrayList<>();
    private final Runnable onMessage;
    private boolean busy;

    /** Does nothing about it. */
    ToldApplication() {
        this(() -> {});
    }

    /** Does something when a message comes. */
    ToldApplication(Runnable onMessage) {
        this.onMessage = onMessage;
    }

    List<String> events() {
        return events;
    }

    boolean closed() {
        return !events.isEmpty() && events.get(events.size() - 1).startsWith("close");
    }

    private void told(String event, Runnable then) {
        assertThat(busy).as("two call-backs at once").isFalse();
        assertThat(closed()).as("%s after %s", event, events).isFalse();
        busy = true;
        point();
        then.run();
        busy = false;
    }

    private void told(String event) {
        told(event, () -> events.add(event));
    }

    @Override
    public void onHeaders(Metadata headers) {
        told("headers");
    }

    @Override
    public void onMessage(String message) {
        told("message " + message);
        onMessage.run();
    }

    /** How often that comes depends on the order. */
    @Override
    public void onReady() {
        told("ready", () -> {});
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        told("close " + status.getCode());
    }
}
