package dev.heddle.agent.call.grpc.server;

import io.grpc.ServerCall;

/** Listens to a call that was kept from its handler. */
final class NoHandler<Q> extends ServerCall.Listener<Q> {}
