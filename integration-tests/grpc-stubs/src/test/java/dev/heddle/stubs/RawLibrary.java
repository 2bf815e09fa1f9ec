package dev.heddle.stubs;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;

/** Ends that break the rules: none or two messages where there must be one. */
final class RawLibrary implements Library {
    private static final int ENOUGH = 10;

    @Override
    public ServerMethodDefinition<String, String> serve(
            MethodDescriptor<String, String> method, Work work, Journal journal) {
        ServerCallHandler<String, String> handler = (call, headers) -> {
            call.request(ENOUGH);
            return new ServerCall.Listener<>() {
                @Override
                public void onMessage(String request) {
                    if (journal.make() == 1) {
                        journal.request(request);
                        answer(call, work);
                    }
                }
            };
        };
        return ServerMethodDefinition.create(method, handler);
    }

    /** The first request is answered, however many follow. */
    private static void answer(ServerCall<String, String> call, Work work) {
        call.sendHeaders(new Metadata());
        if (work == Work.TWO) {
            call.sendMessage("one");
            call.sendMessage("two");
        }
        call.close(Status.OK, new Metadata());
    }

    @Override
    public void call(Channel channel, MethodDescriptor<String, String> method, Use use, Journal journal) {
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(String response) {
                        journal.response(response);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        journal.end(status.isOk() ? null : status.asRuntimeException(trailers));
                    }
                },
                new Metadata());
        call.request(ENOUGH);
        if (use == Use.TWO) {
            call.sendMessage("a");
            call.sendMessage("b");
        }
        call.halfClose();
    }
}
