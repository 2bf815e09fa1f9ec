package dev.heddle.extension.payloadcodec.serve;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/**
 * Who may ask the server, and which pages may read what it answers.
 *
 * @param host the address to listen at
 * @param token the bearer token that a request must have, {@code null} for none
 * @param origins of pages that may ask, as CORS has them
 */
record AccessRules(InetAddress host, int port, String token, List<String> origins) {
    /** As this machine is called where no other can be. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Refuses what would let everybody ask.
     *
     * @throws IllegalArgumentException if there is no token and others than this machine reach the address
     */
    AccessRules {
        if (!host.isLoopbackAddress() && token == null) {
            throw new IllegalArgumentException("whoever reaches " + host.getHostAddress()
                    + " could have payloads decoded; set token-file, or listen at 127.0.0.1");
        }
    }

    /** A page may read the answer if its origin is one of those named; with cookies or a token too, so never {@code *}. */
    void allow(Headers asked, Headers answered) {
        String origin = asked.getFirst("Origin");
        answered.set("Vary", "Origin");
        answered.set("Cache-Control", "no-store");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        answered.set("Access-Control-Allow-Origin", origin);
        answered.set("Access-Control-Allow-Credentials", "true");
        answered.set("Access-Control-Allow-Methods", "POST, OPTIONS");
        answered.set("Access-Control-Allow-Headers", "Authorization, Authorization-Extras, Content-Type, X-Namespace");
        answered.set("Access-Control-Max-Age", "600");
        if (asked.containsKey("Access-Control-Request-Private-Network")) {
            answered.set("Access-Control-Allow-Private-Network", "true");
        }
    }

    /** Why a request is refused, or {@code null}. */
    Answer refusal(Headers asked) {
        if (token == null) {
            return isHere(asked.getFirst("Host"))
                    ? null
                    : new Answer(403, "without a token this is for localhost alone");
        }
        return isKnown(asked.getFirst("Authorization"))
                ? null
                : new Answer(Answer.UNKNOWN, "show the token: Authorization: Bearer TOKEN");
    }

    /** A page of elsewhere may have its own name lead here. */
    private static boolean isHere(String name) {
        return name != null && HERE.contains(name.replaceFirst(":\\d+$", ""));
    }

    /** Takes as long for a token that is nearly right. */
    private boolean isKnown(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }
}
