package dev.heddle.agent.assemble.grpc;

import dev.heddle.api.GrpcServer;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a server of gRPC says of itself. */
final class StartedServer {
    private StartedServer() {}

    static GrpcServer of(Server server) {
        List<String> methods = new ArrayList<>();
        for (ServerServiceDefinition service : server.getServices()) {
            for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
                methods.add(method.getMethodDescriptor().getFullMethodName());
            }
        }
        Collections.sort(methods);
        return new GrpcServer(address(server), methods);
    }

    /** Whether it has no methods but those: it may look others up in a registry of the application's, which names none. */
    static boolean namesAll(Server server) {
        try {
            Field registry = server.getClass().getDeclaredField("fallbackRegistry");
            registry.setAccessible(true);
            Object fallback = registry.get(server);
            // The library has one of its own for servers that the application gives none.
            return fallback == null
                    || fallback.getClass()
                            .getPackageName()
                            .equals(server.getClass().getPackageName());
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return false;
        }
    }

    private static String address(Server server) {
        List<String> addresses = new ArrayList<>();
        try {
            for (SocketAddress address : server.getListenSockets()) {
                addresses.add(text(address));
            }
        } catch (LinkageError before119) {
            // The port alone is known there.
        }
        return addresses.isEmpty() ? port(server.getPort()) : String.join(", ", addresses);
    }

    private static String text(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return address.toString();
        }
        return inet.getAddress() == null || inet.getAddress().isAnyLocalAddress()
                ? port(inet.getPort())
                : inet.getAddress().getHostAddress() + ':' + inet.getPort();
    }

    private static String port(int port) {
        return port < 0 ? "no port" : "port " + port;
    }
}
