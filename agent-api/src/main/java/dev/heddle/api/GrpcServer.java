package dev.heddle.api;

import java.util.List;

/**
 * A gRPC server of the application that has started. Immutable.
 *
 * @param address where it listens, in words: {@code port 8080}, {@code 127.0.0.1:8080}, or the name of one within the
 *     process; several are separated by commas
 * @param methods the full names of its methods, such as {@code acme.Orders/Place}, in the order of the alphabet. A
 *     server that looks further methods up in a registry of the application's ({@code fallbackHandlerRegistry}) takes
 *     calls of those too.
 */
public record GrpcServer(String address, List<String> methods) {
    /** A server. */
    public GrpcServer {
        methods = List.copyOf(methods);
    }
}
