package dev.heddle.extension.grpcstatus;

import dev.heddle.api.GrpcStatus.Code;
import dev.heddle.api.Settings;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads the codes of failures. */
final class Codes {
    private static final String ALL = Arrays.stream(Code.values())
            .filter(code -> code != Code.OK)
            .map(Code::name)
            .collect(Collectors.joining(", "));

    private Codes() {}

    /** The code of a setting, or {@code null} if nobody has set it. */
    static Code read(Settings settings, String key) {
        String name = settings.get(key);
        return name == null ? null : parse(settings, key, name);
    }

    /** The code of that name, as part of a setting. */
    static Code parse(Settings settings, String key, String name) {
        return Arrays.stream(Code.values())
                .filter(code -> code != Code.OK && code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unfit(
                        settings,
                        key,
                        name.equals("OK")
                                ? "says OK, and a call that fails is never OK; use one of " + ALL
                                : "says '" + name + "', which is no code; use one of " + ALL));
    }

    static IllegalArgumentException unfit(Settings settings, String key, String problem) {
        return new IllegalArgumentException("heddle.extension." + settings.extension() + '.' + key + ' ' + problem);
    }
}
