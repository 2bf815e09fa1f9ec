package dev.heddle.extension.payloadcodec;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees all that leaves an application for the server, byte by byte. */
final class WireTap implements ClientInterceptor {
    private record Sent(String method, String bytes) {}

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void sendMessage(Q message) {
                sent.add(new Sent(
                        method.getBareMethodName(),
                        new String(((Message) message).toByteArray(), StandardCharsets.ISO_8859_1)));
                super.sendMessage(message);
            }
        };
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

    /** As the SDK's options want it. */
    List<ClientInterceptor> asList() {
        return List.of(this);
    }
}
