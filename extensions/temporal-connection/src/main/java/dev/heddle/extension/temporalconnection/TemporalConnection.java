package dev.heddle.extension.temporalconnection;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Says which Temporal server an application connects to, and how. It guards: where what it is told is not in order nothing
 * is connected, neither elsewhere nor in plain text.
 */
public final class TemporalConnection implements Extension {
    private final Map<String, String> environment;

    /** Called by the agent. */
    public TemporalConnection() {
        this(System.getenv());
    }

    TemporalConnection(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        ConnectionPlugin plugin = new ConnectionPlugin();
        // First of all: what fails below must leave nothing without it.
        interceptors.plugin(plugin);
        Consumer<String> warn = line -> settings.logger().log(WARNING, line);
        Profile own = SettingsSource.read(settings);
        String profileFile = settings.get("profile-file");
        String profile = settings.get("profile");
        long reload = settings.get("reload", Duration.ofSeconds(10)).toNanos();
        Profile all = settings.get("environment", true) ? own.or(outside(profileFile, profile, warn)) : own;
        if (!settings.get("environment", true) && (profileFile != null || profile != null)) {
            all = own.or(ProfileFile.read(file(profileFile), profileFile != null, profile, warn));
        }
        all.check();
        plugin.open(open(all, reload, warn));
        settings.logger().log(INFO, all.toString());
    }

    /** What the environment and Temporal's profile file say. */
    private Profile outside(String profileFile, String profile, Consumer<String> warn) {
        EnvironmentSource variables = new EnvironmentSource(environment);
        String file = profileFile == null ? variables.get("TEMPORAL_CONFIG_FILE") : profileFile;
        String name = profile == null ? variables.get("TEMPORAL_PROFILE") : profile;
        return variables.read().or(ProfileFile.read(file(file), file != null, name, warn));
    }

    private Path file(String named) {
        return named == null ? ProfileFile.usual(environment, System.getProperty("os.name")) : Path.of(named);
    }

    private static ConnectionPlugin.Opened open(Profile profile, long reload, Consumer<String> warn) {
        Secret ca = profile.ca();
        Secret certificate = profile.certificate();
        Secret apiKey = profile.apiKey();
        return new ConnectionPlugin.Opened(
                profile,
                certificate == null
                        ? null
                        : new ClientKeys(new Reread<>(
                                () -> Identity.read(certificate, profile.key()), reload, System::nanoTime, warn)),
                ca == null
                        ? null
                        : new ServerTrust(new Reread<>(() -> ServerTrust.read(ca), reload, System::nanoTime, warn)),
                apiKey == null ? null : new Reread<>(() -> ApiKey.read(apiKey), reload, System::nanoTime, warn));
    }

    @Override
    public boolean failClosed() {
        return true;
    }
}
