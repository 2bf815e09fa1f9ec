package dev.heddle.extension.grpcauth;

import dev.heddle.api.GrpcServer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Decides for each method that comes by whether it is one of a side's, and says which patterns of the settings match
 * none, because a mistyped one must not go unnoticed. Asked once per method, not per call. Thread-safe.
 */
final class Coverage {
    private final Methods methods;
    private final Notices notices;
    private final String otherwise;
    private final Set<MethodPattern> said = ConcurrentHashMap.newKeySet();
    private volatile boolean asked;

    /**
     * Of these methods.
     *
     * @param otherwise what a method that is none of them is, such as {@code is not guarded}
     */
    Coverage(Methods methods, Notices notices, String otherwise) {
        this.methods = methods;
        this.notices = notices;
        this.otherwise = otherwise;
    }

    /** Whether a method is one of them; if none is so far, says which one passes by. */
    boolean includes(String method) {
        asked = true;
        boolean included = methods.include(method);
        if (!included && !methods.isExcepted(method)) {
            for (MethodPattern pattern : methods.unmatchedOnly()) {
                if (said.add(pattern)) {
                    notices.warn(notices.key("only") + " names " + pattern + ", which no method was so far, and "
                            + method + ' ' + otherwise);
                }
            }
        }
        return included;
    }

    /** Says which methods of a server that has started are of them, and which patterns none of any so far is meant by. */
    void tell(GrpcServer server, int tokens) {
        asked = true;
        Set<String> guarded = server.methods().stream().filter(methods::include).collect(Collectors.toSet());
        ServerMethods all = new ServerMethods(server.methods());
        notices.tell("the server at " + server.address() + " guards " + all.those(guarded::contains) + " (exempt: "
                + all.those(methods::isExempt) + "; not guarded: "
                + all.those(method -> !guarded.contains(method) && !methods.isExempt(method)) + "), with " + tokens
                + (tokens == 1 ? " token" : " tokens"));
        if (server.methods().isEmpty()) {
            // It looks all its methods up in a registry of its own.
            return;
        }
        methods.unmatchedOnly().forEach(pattern -> atStart("only", pattern, server));
        methods.unmatchedExcept().forEach(pattern -> atStart("except", pattern, server));
    }

    private void atStart(String key, MethodPattern pattern, GrpcServer server) {
        if (said.add(pattern)) {
            notices.warn(notices.key(key) + " names " + pattern + ", which is no method of the server at "
                    + server.address());
        }
    }

    /** Says at the end what has matched nothing and was not told of, if anything came by at all. */
    void close() {
        if (asked) {
            methods.unmatchedOnly().forEach(pattern -> atEnd("only", pattern));
            methods.unmatchedExcept().forEach(pattern -> atEnd("except", pattern));
        }
    }

    private void atEnd(String key, MethodPattern pattern) {
        if (!said.add(pattern)) {
            return;
        }
        notices.warn(notices.key(key) + " named " + pattern + ", which was no method that was called");
    }
}
