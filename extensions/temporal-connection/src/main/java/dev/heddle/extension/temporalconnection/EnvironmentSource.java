package dev.heddle.extension.temporalconnection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the variables say that Temporal's own tools and SDKs read. */
final class EnvironmentSource {
    private static final String METADATA = "TEMPORAL_GRPC_META_";

    private final Map<String, String> environment;

    EnvironmentSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A variable; {@code null} if it is not set or empty. */
    String get(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    Profile read() {
        if (Boolean.TRUE.equals(flag("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION"))) {
            throw new IllegalArgumentException(
                    "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION is set: the server's name is always"
                            + " verified; name it by TEMPORAL_TLS_SERVER_NAME");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(METADATA) && name.length() > METADATA.length()) {
                metadata.put(
                        name.substring(METADATA.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        value);
            }
        });
        return new Profile(
                get("TEMPORAL_ADDRESS"),
                get("TEMPORAL_NAMESPACE"),
                Secret.text("TEMPORAL_API_KEY", get("TEMPORAL_API_KEY")),
                flag("TEMPORAL_TLS"),
                pem("TEMPORAL_TLS_SERVER_CA_CERT", false),
                pem("TEMPORAL_TLS_CLIENT_CERT", false),
                pem("TEMPORAL_TLS_CLIENT_KEY", true),
                get("TEMPORAL_TLS_SERVER_NAME"),
                metadata);
    }

    private Secret pem(String name, boolean isPrivate) {
        return Secret.either(
                Secret.file(name + "_PATH", get(name + "_PATH"), isPrivate),
                Secret.text(name + "_DATA", get(name + "_DATA")));
    }

    private Boolean flag(String name) {
        String value = get(name);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(name + " is '" + value + "' and should be true or false");
        };
    }
}
