package dev.heddle.differential;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the calls of a storm, each in the way that its client wants: at once, later, early, not at all. */
final class StormHandler implements ServerCallHandler<String, String> {
    static final String SERVICE = "differential.Storm";
    /** How many ways there are to answer. */
    static final int WAYS = 6;

    private static final Metadata.Key<String> WAY = Metadata.Key.of("way", Metadata.ASCII_STRING_MARSHALLER);

    private final Executor hands;
    private final StormCount count;

    StormHandler(Executor hands, StormCount count) {
        this.hands = hands;
        this.count = count;
    }

    /** Says in which way the client wants to be answered. */
    static void tell(Metadata headers, int way) {
        headers.put(WAY, Integer.toString(way));
    }

    static MethodDescriptor<String, String> method(MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, type.name()))
                .setRequestMarshaller(new Text())
                .setResponseMarshaller(new Text())
                .build();
    }

    @Override
    public ServerCall.Listener<String> startCall(ServerCall<String, String> call, Metadata headers) {
        count.handlerStarted();
        Answer answer = new Answer(call, Integer.parseInt(headers.get(WAY)));
        call.request(10);
        answer.started();
        return answer;
    }

    private final class Answer extends ServerCall.Listener<String> {
        private final ServerCall<String, String> call;
        private final int way;
        private final AtomicInteger ends = new AtomicInteger();

        Answer(ServerCall<String, String> call, int way) {
            this.call = call;
            this.way = way;
        }

        void started() {
            if (way == 3) {
                answer(Status.RESOURCE_EXHAUSTED);
            }
        }

        @Override
        public void onHalfClose() {
            switch (way) {
                case 0, 1 -> answer(Status.OK);
                case 2 -> hands.execute(() -> answer(Status.OK));
                case 3 -> {}
                case 4 -> hands.execute(() -> answer(Status.NOT_FOUND));
                default -> throw new IllegalStateException("the handler throws");
            }
        }

        private void answer(Status status) {
            try {
                call.sendHeaders(new Metadata());
                if (status.isOk()) {
                    call.sendMessage("answer");
                }
                call.close(status, new Metadata());
            } catch (Throwable thrown) {
                count.violation("answering throws " + Describe.thrown(thrown));
            }
        }

        @Override
        public void onCancel() {
            end();
        }

        @Override
        public void onComplete() {
            end();
        }

        private void end() {
            if (ends.incrementAndGet() > 1) {
                count.violation("a handler is told of the end twice");
            }
            count.handlerEnded();
        }
    }

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String message) {
            return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
