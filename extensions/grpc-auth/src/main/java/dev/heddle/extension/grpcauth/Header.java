package dev.heddle.extension.grpcauth;

import java.util.Locale;

/**
 * Where the token stands.
 *
 * @param name the header's
 * @param scheme what stands before the token, empty for nothing
 */
record Header(String name, String scheme) {
    /**
     * Checks both, and tells neither, because somebody may have put the token there.
     *
     * @throws IllegalArgumentException if gRPC could not send them
     */
    Header {
        name = name.toLowerCase(Locale.ROOT);
        if (!name.matches("[0-9a-z_.-]+") || name.startsWith("grpc-")) {
            throw new IllegalArgumentException("the header has no name that gRPC takes; use one such as authorization");
        }
        if (!scheme.matches("[!-~]*")) {
            throw new IllegalArgumentException("the scheme is not one word; use one such as Bearer");
        }
    }

    /** The header's value with a token. */
    String value(String token) {
        return scheme.isEmpty() ? token : scheme + ' ' + token;
    }

    /** The token in the header's value; {@code null} without a value or with another scheme, of which case is no part. */
    String token(String value) {
        if (value == null || scheme.isEmpty()) {
            return value;
        }
        int end = scheme.length();
        boolean matches = value.regionMatches(true, 0, scheme, 0, end) && value.startsWith(" ", end);
        return matches ? value.substring(end).strip() : null;
    }
}
