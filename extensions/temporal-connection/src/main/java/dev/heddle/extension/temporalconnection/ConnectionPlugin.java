package dev.heddle.extension.temporalconnection;

import dev.heddle.api.Config;
import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Plugin;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Has an application's connections and clients be as a profile says. */
final class ConnectionPlugin implements Plugin {
    /** What is made of a profile, before which nothing is connected. */
    record Opened(
            Profile profile, X509ExtendedKeyManager keys, X509ExtendedTrustManager trust, Supplier<String> apiKey) {}

    private volatile Opened opened;

    void open(Opened ready) {
        opened = ready;
    }

    private Opened opened() {
        Opened ready = opened;
        if (ready == null) {
            throw new IllegalStateException("it has not registered");
        }
        return ready;
    }

    @Override
    public void configureServiceStubs(ConnectConfig config) {
        Opened ready = opened();
        Profile profile = ready.profile;
        if (profile.target() != null) {
            config.target(profile.target());
        }
        if (Boolean.TRUE.equals(profile.encrypts())) {
            config.tls(ready.keys, ready.trust, profile.serverName());
        } else if (Boolean.FALSE.equals(profile.encrypts())) {
            config.plaintext();
        }
        if (ready.apiKey != null) {
            config.apiKey(ready.apiKey);
        }
        profile.metadata().forEach((name, value) -> config.metadata(name, () -> value));
    }

    @Override
    public void configureClient(Config config) {
        String namespace = opened().profile.namespace();
        if (namespace != null) {
            config.set("namespace", namespace);
        }
    }
}
