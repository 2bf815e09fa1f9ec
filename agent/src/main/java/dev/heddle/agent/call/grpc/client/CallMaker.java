package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.InterceptedMethods;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;

/** Makes the library's calls for one call of the application. */
interface CallMaker<Q, R> {
    /**
     * A call to start.
     *
     * @param unstarted the one that was made for the application, if none has been asked for before: it is given back
     *     unless the options have changed
     */
    ClientCall<Q, R> newCall(CallOptions options, ClientCall<Q, R> unstarted);

    /** Gives the call that was made for the application up, if it has not been asked for. */
    void giveUp(ClientCall<Q, R> unstarted);

    /** The library's description of the method. */
    MethodDescriptor<Q, R> descriptor();

    /** All those of the channel. */
    InterceptedMethods methods();

    /** The authority that the calls are for, unless their options say otherwise. */
    String authority();
}
