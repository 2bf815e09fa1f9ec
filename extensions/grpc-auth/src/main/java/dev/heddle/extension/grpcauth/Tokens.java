package dev.heddle.extension.grpcauth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The tokens that are good now; none while there is something wrong with them. Thread-safe. */
@FunctionalInterface
interface Tokens {
    /** No token, so that everything is refused. */
    Tokens NONE = List::of;

    /** Of how many characters a token must be, or somebody is told. */
    int SHORTEST = 16;

    /** The tokens, to be left as they are. */
    List<byte[]> now();

    /** How many of these can be guessed too easily. */
    static long tooShort(List<byte[]> tokens) {
        return tokens.stream().filter(token -> token.length < SHORTEST).count();
    }

    /**
     * Checks tokens.
     *
     * @throws IllegalArgumentException that says what is wrong and what to do, but no token
     */
    static List<byte[]> parse(Stream<String> texts) {
        List<String> tokens =
                texts.map(String::strip).filter(text -> !text.isEmpty()).toList();
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("is empty; put the token into it");
        }
        // The library logs a header that it cannot send, with its value.
        if (!tokens.stream().allMatch(token -> token.matches("[ -~]+"))) {
            throw new IllegalArgumentException(
                    "has a character in it that no header can carry; use printable ASCII, such as Base64");
        }
        return tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
