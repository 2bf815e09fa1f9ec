package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.util.ArrayList;
import java.util.List;

/** A handler of the application's that notes what it hears, and whether call-backs meet or come when all is over. */
abstract class HearingHandler implements ServerCallHandler<String, String> {
    private final List<String> heard = new ArrayList<>();
    private ServerCall<String, String> begun;
    private boolean busy;
    private boolean over;

    /** What it hears, and what its own calls throw. */
    final List<String> heard() {
        return heard;
    }

    final boolean over() {
        return over;
    }

    /** Its own thread, which does what it has to do there. */
    final void work() {
        point(() -> begun != null);
        elsewhere(begun);
    }

    /** Has its own thread begin. */
    final void begin(ServerCall<String, String> call) {
        begun = call;
    }

    /** Does something with the call when it hears something. */
    abstract void at(String what, ServerCall<String, String> call);

    /** Does something with the call on its own thread. */
    abstract void elsewhere(ServerCall<String, String> call);

    @Override
    public final ServerCall.Listener<String> startCall(ServerCall<String, String> call, Metadata headers) {
        heard.add("start");
        at("start", call);
        point();
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(String message) {
                hear("message " + message, call);
            }

            @Override
            public void onHalfClose() {
                hear("half-close", call);
            }

            @Override
            public void onCancel() {
                end("cancel", call);
            }

            @Override
            public void onComplete() {
                end("complete", call);
            }
        };
    }

    private void hear(String what, ServerCall<String, String> call) {
        heard.add(busy ? what + " meanwhile" : over ? what + " after the end" : what);
        busy = true;
        try {
            point();
            at(what, call);
        } finally {
            busy = false;
        }
    }

    private void end(String how, ServerCall<String, String> call) {
        hear(how, call);
        over = true;
    }
}
