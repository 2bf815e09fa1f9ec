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
        List<String> given = given(settings, side);
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1) {
            throw new IllegalArgumentException(String.join(" and ", given) + " are both set; keep one of them");
        }
        Duration reload = settings.get("reload", Duration.ofSeconds(1));
        String key = given.get(0);
        String value = settings.get(key);
        return switch (key.substring(side.length())) {
            case ".token-file" -> new TokenFile(Path.of(value).toAbsolutePath(), reload, System::nanoTime, notices);
            // Nobody is told the name, because somebody may have put the token there.
            case ".token-variable" ->
                fixed("the environment variable that " + key + " names", System.getenv(value), notices);
            default -> fixed(key, value, notices);
        };
    }

    private static Tokens fixed(String place, String text, Notices notices) {
        if (text == null) {
            throw new IllegalArgumentException(place + " is not set; set it");
        }
        try {
            List<byte[]> tokens = Tokens.parse(Stream.of(text.split(",")));
            notices.tooShort(place, Tokens.tooShort(tokens));
            return () -> tokens;
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(place + ' ' + unfit.getMessage());
        }
    }
}
