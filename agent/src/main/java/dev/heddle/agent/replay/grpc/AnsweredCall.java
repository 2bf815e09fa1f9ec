package dev.heddle.agent.replay.grpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;

/** A call that has its answer as soon as it has said what it wants. */
final class AnsweredCall<Q, R> extends HeldCall<Q, R> {
    private final MethodDescriptor<Q, R> method;
    private final byte[] answer;

    AnsweredCall(MethodDescriptor<Q, R> method, byte[] answer) {
        this.method = method;
        this.answer = answer;
    }

    @Override
    public void halfClose() {
        listener().onHeaders(new Metadata());
        listener().onMessage(method.parseResponse(new ByteArrayInputStream(answer)));
        end(Status.OK);
    }
}
