package io.grpc.testing.integration;

import dev.heddle.interop.Side;

/** Runs the stand-alone server of the suite on a port of its own choice, until there is no more input. */
public final class InteropServer {
    private InteropServer() {}

    public static void main(String[] arguments) throws Exception {
        TestServiceServer server = new TestServiceServer();
        server.parseArgs(arguments);
        server.start();
        System.out.println("port " + server.getPort());
        System.in.transferTo(System.out);
        server.stop();
        System.out.println("intercepted " + Side.SERVER.takeCalls());
    }
}
