package dev.heddle.differential;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The method that a script calls, as each end knows it: the marshallers say when they are at work, and may fail. */
final class Methods {
    /** The service, by whose name the agent's extension selects. */
    static final String SERVICE = "differential.Script";

    private final Trace trace;
    private final MethodDescriptor<String, String> ofClient;
    private final MethodDescriptor<String, String> ofServer;

    Methods(Setup setup, Trace trace) {
        this.trace = trace;
        this.ofClient = method(setup.kind(), setup.has(Option.MISSING_METHOD) ? "Missing" : "Call", "client");
        this.ofServer = method(setup.served(), "Call", "server");
    }

    MethodDescriptor<String, String> ofClient() {
        return ofClient;
    }

    MethodDescriptor<String, String> ofServer() {
        return ofServer;
    }

    private MethodDescriptor<String, String> method(MethodType type, String name, String end) {
        return MethodDescriptor.<String, String>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setRequestMarshaller(new Text(end))
                .setResponseMarshaller(new Text(end))
                .build();
    }

    private final class Text implements MethodDescriptor.Marshaller<String> {
        private final String end;

        Text(String end) {
            this.end = end;
        }

        @Override
        public InputStream stream(String message) {
            trace.add(end, "writes " + Payload.show(message));
            if (message.startsWith("unwritable")) {
                throw new IllegalArgumentException("cannot write " + message);
            }
            return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                String message = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                trace.add(end, "reads " + Payload.show(message));
                if (message.startsWith("unreadable")) {
                    throw message.length() % 2 == 0
                            ? new IllegalArgumentException("cannot read " + message)
                            : Status.DATA_LOSS
                                    .withDescription("cannot read " + message)
                                    .asRuntimeException();
                }
                return message;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
