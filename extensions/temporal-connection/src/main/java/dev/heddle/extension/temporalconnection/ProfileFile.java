package dev.heddle.extension.temporalconnection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tomlj.Toml;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A profile in the file that Temporal's own tools and SDKs read: {@code [profile.NAME]} in TOML. */
final class ProfileFile {
    private static final Profile NOTHING = new Profile(null, null, null, null, null, null, null, null, Map.of());
    private static final Set<String> KEYS = Set.of("address", "namespace", "api_key", "tls", "codec", "grpc_meta");
    private static final Set<String> OF_TLS = Set.of(
            "disabled",
            "client_cert_path",
            "client_cert_data",
            "client_key_path",
            "client_key_data",
            "server_ca_cert_path",
            "server_ca_cert_data",
            "server_name",
            "disable_host_verification");

    private ProfileFile() {}

    /** Where the file is unless somebody says so. */
    static Path usual(Map<String, String> environment, String system) {
        String file = "temporalio/temporal.toml";
        String home = System.getProperty("user.home");
        String roaming = environment.get("AppData");
        if (system.startsWith("Windows") && roaming != null) {
            return Path.of(roaming, file);
        }
        if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Application Support", file);
        }
        String configured = environment.get("XDG_CONFIG_HOME");
        return configured == null || configured.isEmpty() ? Path.of(home, ".config", file) : Path.of(configured, file);
    }

    /**
     * Reads a profile.
     *
     * @param named whether somebody has named the file: another need not be there
     * @param profile its name, {@code null} for {@code default}, which need not be there
     * @param warn is told of keys that nobody knows
     * @throws IllegalArgumentException that says what is wrong, and nothing of what is in the file
     */
    static Profile read(Path file, boolean named, String profile, Consumer<String> warn) {
        if (!named && !Files.exists(file)) {
            if (profile != null) {
                throw new IllegalArgumentException("the profile '" + profile + "' should be in " + file
                        + ", which does not exist; create it or name another file");
            }
            return NOTHING;
        }
        TomlParseResult toml = parse(Secret.file("the profile file", file.toString(), true));
        try {
            TomlTable table = toml.getTableOrEmpty("profile").getTable(List.of(profile == null ? "default" : profile));
            if (table == null && profile != null) {
                throw new IllegalArgumentException("the profile file " + file + " has no profile '" + profile + "'");
            }
            return table == null ? NOTHING : profile(file, table, warn);
        } catch (TomlInvalidTypeException unfit) {
            // Its message has a key and a type, no value.
            throw new IllegalArgumentException(
                    "the profile file " + file + " is not as it should be: " + unfit.getMessage());
        }
    }

    private static TomlParseResult parse(Secret file) {
        TomlParseResult toml;
        try {
            toml = Toml.parse(new StringReader(file.read()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (toml.hasErrors()) {
            // What the parser says of it may have a part of a key in it.
            throw new IllegalArgumentException(
                    file + " is not TOML, at " + toml.errors().get(0).position());
        }
        return toml;
    }

    private static Profile profile(Path file, TomlTable table, Consumer<String> warn) {
        TomlTable tls = table.getTableOrEmpty("tls");
        warnOf(file, table.keySet(), KEYS, warn);
        warnOf(file, tls.keySet(), OF_TLS, warn);
        if (Boolean.TRUE.equals(tls.getBoolean("disable_host_verification"))) {
            throw new IllegalArgumentException("the profile file " + file
                    + " disables the verification of hosts: the server's name is always verified; set server_name");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        TomlTable meta = table.getTableOrEmpty("grpc_meta");
        meta.keySet().forEach(key -> metadata.put(key, meta.getString(List.of(key))));
        Boolean disabled = tls.getBoolean("disabled");
        boolean any = table.contains("tls") && tls.isEmpty();
        return new Profile(
                table.getString("address"),
                table.getString("namespace"),
                Secret.text("api_key in " + file, table.getString("api_key")),
                disabled == null ? any ? Boolean.TRUE : null : Boolean.valueOf(!disabled),
                pem(file, tls, "server_ca_cert", false),
                pem(file, tls, "client_cert", false),
                pem(file, tls, "client_key", true),
                tls.getString("server_name"),
                metadata);
    }

    private static Secret pem(Path file, TomlTable tls, String name, boolean isPrivate) {
        return Secret.either(
                Secret.file(name + "_path in " + file, tls.getString(name + "_path"), isPrivate),
                Secret.text(name + "_data in " + file, tls.getString(name + "_data")));
    }

    private static void warnOf(Path file, Set<String> keys, Set<String> known, Consumer<String> warn) {
        Set<String> unknown = new TreeSet<>(keys);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            warn.accept("the profile file " + file + " has " + unknown + ", of which nothing is known");
        }
    }
}
