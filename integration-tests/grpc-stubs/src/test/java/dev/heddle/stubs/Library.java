package dev.heddle.stubs;

import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;

/** What an application calls and serves with. */
public interface Library {
    /** A method that a handler serves. */
    ServerMethodDefinition<String, String> serve(MethodDescriptor<String, String> method, Work work, Journal journal);

    /** Makes a call; may return before it is over. */
    void call(Channel channel, MethodDescriptor<String, String> method, Use use, Journal journal);
}
