package dev.heddle.differential;

import dev.heddle.differential.Setup.ClientApi;
import dev.heddle.differential.Setup.ServerApi;
import dev.heddle.differential.Setup.Transport;
import io.grpc.MethodDescriptor.MethodType;
import java.util.EnumSet;
import java.util.Set;

/** Chooses what a script is played with. */
final class SetupWriter {
    private SetupWriter() {}

    static Setup write(Dice dice) {
        Transport transport = dice.chance(0.8) ? Transport.IN_PROCESS : Transport.NETTY;
        MethodType kind = dice.chance(0.4)
                ? MethodType.UNARY
                : dice.oneOf(MethodType.CLIENT_STREAMING, MethodType.SERVER_STREAMING, MethodType.BIDI_STREAMING);
        MethodType served = dice.chance(0.95) ? kind : dice.oneOf(MethodType.UNARY, MethodType.BIDI_STREAMING);
        ClientApi client = client(dice, kind);
        Runs channelRuns = runs(dice);
        Runs serverRuns = runs(dice);
        boolean direct = transport == Transport.IN_PROCESS && channelRuns == Runs.DIRECT && serverRuns == Runs.DIRECT;
        boolean oneThread = dice.chance(0.7) && direct && client != ClientApi.BLOCKING;
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (Option option : Option.values()) {
            if (dice.chance(option.chance())) {
                options.add(option);
            }
        }
        if (transport == Transport.NETTY && options.contains(Option.DEADLINE_SOON)) {
            // Both ends have the deadline: which of them ends the stream is chance, and the tracer is told.
            options.remove(Option.CLIENT_TRACER);
        }
        ServerApi server = dice.oneOf(ServerApi.values());
        int calls = dice.chance(0.12) ? 2 : 1;
        return new Setup(transport, kind, served, client, server, channelRuns, serverRuns, oneThread, calls, options);
    }

    private static Runs runs(Dice dice) {
        return dice.chance(0.4) ? Runs.DIRECT : dice.oneOf(Runs.QUEUED, Runs.EAGER);
    }

    private static ClientApi client(Dice dice, MethodType kind) {
        return switch (kind) {
            case UNARY ->
                dice.chance(0.4) ? ClientApi.RAW : dice.oneOf(ClientApi.ASYNC, ClientApi.FUTURE, ClientApi.BLOCKING);
            case SERVER_STREAMING -> dice.chance(0.4) ? ClientApi.RAW : dice.oneOf(ClientApi.ASYNC, ClientApi.BLOCKING);
            default -> dice.oneOf(ClientApi.RAW, ClientApi.ASYNC);
        };
    }
}
