package dev.heddle.extension.payloadstore;

import static dev.heddle.api.Selector.GRPC_CLIENT;

import com.google.protobuf.Message;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees all that leaves an application for the server, byte by byte: next to the wire, further in than other extensions. */
final class WireTap implements Extension {
    private record Sent(String method, String bytes) {}

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(GRPC_CLIENT.only("temporal.api.workflowservice.v1.WorkflowService/*"), call -> {
            String method = call.name().substring(call.name().indexOf('/') + 1);
            call.events(new GrpcEvents() {
                @Override
                public Object onRequest(Object message) {
                    sent.add(new Sent(
                            method, new String(((Message) message).toByteArray(), StandardCharsets.ISO_8859_1)));
                    return message;
                }
            });
            return call.proceed();
        });
    }

    /** The methods that have sent something with this in it. */
    Set<String> methodsWith(String text) {
        Set<String> methods = new TreeSet<>();
        for (Sent each : sent) {
            if (each.bytes().contains(text)) {
                methods.add(each.method());
            }
        }
        return methods;
    }
}
