package dev.heddle.stubs;

import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A call.
 *
 * @param client what it is made with
 * @param server what it is served with
 * @param netty whether it goes over a network, and to other threads
 */
record Scenario(Libraries client, Libraries server, boolean netty, MethodType type, Use use, Work work) {
    private static final Set<MethodType> TYPES = Set.of(
            MethodType.UNARY, MethodType.CLIENT_STREAMING, MethodType.SERVER_STREAMING, MethodType.BIDI_STREAMING);

    /** All there are, in an order that is always the same. */
    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Libraries library : Libraries.values()) {
            for (Use use : Use.values()) {
                for (Work work : Work.values()) {
                    for (MethodType type : MethodType.values()) {
                        if (library == Libraries.RAW || !TYPES.contains(type)) {
                            continue;
                        }
                        for (boolean netty : new boolean[] {false, true}) {
                            Libraries client =
                                    use == Use.TWO || one(type) && use == Use.NOTHING ? Libraries.RAW : library;
                            Libraries server = work == Work.TWO || work == Work.NOTHING ? Libraries.RAW : library;
                            Scenario scenario = new Scenario(client, server, netty, type, use, work);
                            if (scenario.makesSense()) {
                                all.add(scenario);
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    /**
     * What is to be seen. The one response that {@code response()} holds comes outside of what the application's own
     * interceptors further in attach in {@code onMessage}.
     */
    List<String> expected(Flavour flavour, List<String> without) {
        return flavour == Flavour.RESPONSE && type.serverSendsOneMessage()
                ? without.stream()
                        .map(line -> line.replaceFirst(Scopes.INNER + ".*", ""))
                        .toList()
                : without;
    }

    /** Whether one thread does all of it. */
    boolean isOfOneThread() {
        return !netty && work != Work.STOPS;
    }

    /** Whether there is one request. */
    private static boolean one(MethodType type) {
        return type.clientSendsOneMessage();
    }

    /** Whether the two ends go together, and what comes of it is always the same. */
    private boolean makesSense() {
        if (client == Libraries.RAW && server == Libraries.RAW) {
            return false;
        }
        boolean fails = work == Work.REFUSES || work == Work.BREAKS || work == Work.FAILS_LATER;
        return fits(work)
                && switch (use) {
                    case ALL -> work != Work.ENDLESS && work != Work.NEVER && work != Work.STOPS;
                    case OPEN ->
                        !one(type)
                                && (fails
                                        || work == Work.EARLY
                                        || work == Work.AT_ONCE
                                        || work == Work.TWO
                                        || work == Work.STOPS);
                    case NOTHING -> one(type) ? work == Work.ECHO : work == Work.ECHO || work == Work.AT_ONCE;
                    // Over a network the server may or may not have heard of the call by then.
                    case BREAKS -> !netty && !one(type) && (work == Work.ECHO || work == Work.NEVER);
                    // RxJava's client waits on its only thread for room that a cancelled consumer never makes.
                    case TAKES_TWO -> work == Work.ENDLESS && (netty || client != Libraries.RX);
                    case ONE_BY_ONE -> work == Work.ENDLESS && !netty && client != Libraries.RX;
                    // A Mono or a Single that is disposed of cancels nothing.
                    case CANCELS -> work == Work.NEVER && (client == Libraries.KOTLIN || !type.serverSendsOneMessage());
                    case DEADLINE -> work == Work.NEVER;
                    case TWO -> one(type) && work == Work.ECHO;
                };
    }

    /** Whether there is such a handler. */
    private boolean fits(Work done) {
        return switch (done) {
            case ENDLESS -> !type.serverSendsOneMessage();
            case TWO -> type.serverSendsOneMessage();
            case STOPS -> server == Libraries.REACTOR || server == Libraries.RX;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return client + " " + use + " calls " + server + " " + work + ", " + type + (netty ? " over Netty" : "");
    }
}
