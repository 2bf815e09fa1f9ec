package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.settings.NearestName;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The patterns for methods of gRPC servers that one extension has, in its selectors and its operator's settings: those
 * that no method of a server is named by are told of, once, because what is mistyped must not go unnoticed. What methods
 * there are is known when a server starts.
 */
final class ServerPatterns {
    private final List<Selector<?>> selectors;
    private final String word;
    /** Those that some server has a method for, or that have been told of. */
    private final Set<String> settled = new LinkedHashSet<>();

    /**
     * Those of an extension.
     *
     * @param selectors those that are about servers
     */
    ServerPatterns(List<Selector<?>> selectors, boolean guard) {
        this.selectors = selectors;
        this.word = guard ? "guards" : "intercepts";
    }

    /** What is to be said of a server, as the end of a line about the extension; {@code null} if there is nothing. */
    synchronized String problem(GrpcServer server) {
        List<String> unknown = new ArrayList<>();
        boolean nothing = true;
        for (Selector<?> selector : selectors) {
            boolean named = false;
            for (String pattern : selector.named()) {
                if (names(pattern, server)) {
                    named = true;
                    settled.add(pattern);
                } else if (settled.add(pattern)) {
                    unknown.add(pattern + nearest(pattern, server));
                }
            }
            nothing &= !named;
        }
        if (unknown.isEmpty()) {
            return null;
        }
        return (nothing ? word + " nothing" : word + " less than it names") + " at the gRPC server at "
                + server.address() + ", which has no method " + String.join(", ", unknown);
    }

    private static boolean names(String pattern, GrpcServer server) {
        Selector<?> named = Selector.GRPC_SERVER.only(pattern);
        for (String method : server.methods()) {
            if (named.selects(Operation.of(Category.GRPC_SERVER, method, true))) {
                return true;
            }
        }
        return false;
    }

    private static String nearest(String pattern, GrpcServer server) {
        Set<String> known = new TreeSet<>(server.methods());
        for (String method : server.methods()) {
            known.add(method.substring(0, method.indexOf('/')) + "/*");
        }
        return NearestName.to(pattern, known)
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }
}
