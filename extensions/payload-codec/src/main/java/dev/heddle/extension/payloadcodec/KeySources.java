package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the settings say the keys are. */
final class KeySources {
    private static final String FOLDER = "keys.folder";
    private static final String VARIABLE = "keys.variable";
    private static final String STORE = "keys.store";

    private KeySources() {}

    /**
     * The one that is set.
     *
     * @throws IllegalArgumentException if none is, or more than one
     */
    static KeySource of(Settings settings) {
        String type = settings.get("keys.store.type", "PKCS12");
        String passwordFile = settings.get("keys.store.password-file");
        List<String> given = Stream.of(FOLDER, VARIABLE, STORE)
                .filter(key -> settings.get(key) != null)
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "there are no keys; say by " + FOLDER + ", " + VARIABLE + " or " + STORE
                                    + " where they are"
                            : String.join(" and ", given) + " are both set; keep one of them");
        }
        String value = settings.get(given.get(0));
        return switch (given.get(0)) {
            case FOLDER -> new KeyFolder(FOLDER, Path.of(value).toAbsolutePath());
            case VARIABLE -> new KeyVariable(VARIABLE, System.getenv(value));
            default -> {
                if (passwordFile == null) {
                    throw new IllegalArgumentException(
                            STORE + " needs keys.store.password-file; name a file with the password in it");
                }
                yield new KeyStoreFile(
                        STORE,
                        value.equals("NONE") ? null : Path.of(value).toAbsolutePath(),
                        type,
                        Path.of(passwordFile).toAbsolutePath());
            }
        };
    }
}
