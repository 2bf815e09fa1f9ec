package dev.heddle.extension.grpcauth;

import dev.heddle.api.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Where the settings say the tokens are. */
final class TokenSource {
    private TokenSource() {}

    /** Which of the settings are made. */
    static List<String> given(Settings settings, String side) {
        return Stream.of(".token-file", ".token", ".token-variable")
                .map(side::concat)
                .filter(key -> settings.get(key) != null)
                .toList();
    }

    /**
     * Opens the one that is given; {@code null} if none is.
     *
     * @throws IllegalArgumentException if there is no token in it, or more than one is given
     */
    static Tokens open(Settings settings, String side, Notices notices) {
        Duration reload = settings.get("reload", Duration.ofSeconds(1));
        List<String> given = given(settings, side);
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1) {
            throw new IllegalArgumentException(String.join(" and ", given) + " are both set; keep one of them");
        }
        String key = given.get(0);
        String value = settings.get(key);
        if (key.endsWith("file")) {
            return new TokenFile(Path.of(value).toAbsolutePath(), reload, System::nanoTime, notices);
        }
        if (key.endsWith("variable") && System.getenv(value) == null) {
            throw new IllegalArgumentException(
                    "the environment variable " + value + ", which " + notices.key(key) + " names, is not set; set it");
        }
        return parsed(
                key.endsWith("variable") ? "the environment variable " + value : notices.key(key),
                key.endsWith("variable") ? System.getenv(value) : value);
    }

    private static Tokens parsed(String place, String text) {
        try {
            List<byte[]> tokens = Tokens.parse(Stream.of(text.split(",")));
            return () -> tokens;
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(place + ' ' + unfit.getMessage());
        }
    }
}
