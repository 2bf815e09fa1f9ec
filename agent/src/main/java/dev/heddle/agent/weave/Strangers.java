package dev.heddle.agent.weave;

/** Libraries whose calls cannot be intercepted: when a class of one loads, a line in the log says so, and what can be done. */
final class Strangers {
    private Strangers() {}

    /** What is to be said of a class. */
    static String line(String className) {
        String side = className.startsWith("io/vertx/grpc/server/") ? "server" : "client";
        return "calls of Vert.x's own gRPC " + side
                + " are not intercepted, for they have nothing of grpc-java's; those "
                + "that it makes of grpc-java's services and stubs are, over its bridge from there (vertx-grpcio-"
                + side
                + ')';
    }
}
