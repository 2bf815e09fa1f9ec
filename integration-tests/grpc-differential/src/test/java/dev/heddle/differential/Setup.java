package dev.heddle.differential;

import io.grpc.MethodDescriptor.MethodType;
import java.util.Set;

/**
 * What a script is played with.
 *
 * @param kind the method's kind as the client knows it
 * @param served the method's kind as the server knows it
 * @param oneThread whether one thread does it all, in the way of a test with direct executors
 */
record Setup(
        Transport transport,
        MethodType kind,
        MethodType served,
        ClientApi client,
        ServerApi server,
        Runs channelRuns,
        Runs serverRuns,
        boolean oneThread,
        int calls,
        Set<Option> options) {
    /** How a client gets to its server. */
    enum Transport {
        IN_PROCESS,
        NETTY
    }

    /** How a client calls. */
    enum ClientApi {
        RAW,
        ASYNC,
        FUTURE,
        BLOCKING
    }

    /** How a server answers. */
    enum ServerApi {
        RAW,
        STUB
    }

    /** The same with other options. */
    Setup with(Set<Option> others) {
        return new Setup(transport, kind, served, client, server, channelRuns, serverRuns, oneThread, calls, others);
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    boolean netty() {
        return transport == Transport.NETTY;
    }

    /** Whether the library may hold its transport's lock while it runs a handler, so that nobody may wait there. */
    boolean serverHoldsLock() {
        return !netty() && serverRuns == Runs.DIRECT;
    }

    @Override
    public String toString() {
        return transport + ", " + kind + (served == kind ? "" : " served as " + served) + ", client " + client
                + ", server "
                + server + ", channel's executor " + channelRuns + ", server's " + serverRuns
                + (oneThread ? ", one thread" : "") + "\n  options " + options;
    }
}
