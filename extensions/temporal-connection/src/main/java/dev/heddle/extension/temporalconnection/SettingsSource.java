package dev.heddle.extension.temporalconnection;

import dev.heddle.api.Settings;
import java.util.Map;

/** What the settings of the extension say. */
final class SettingsSource {
    private SettingsSource() {}

    static Profile read(Settings settings) {
        String tls = settings.get("tls");
        return new Profile(
                settings.get("target"),
                settings.get("namespace"),
                Secret.file("api-key-file", settings.get("api-key-file"), true),
                tls == null ? null : Boolean.valueOf(settings.get("tls", false)),
                Secret.file("tls.ca-file", settings.get("tls.ca-file"), false),
                Secret.file("tls.cert-file", settings.get("tls.cert-file"), false),
                Secret.file("tls.key-file", settings.get("tls.key-file"), true),
                settings.get("tls.server-name"),
                Map.of());
    }
}
