package dev.heddle.agent.assemble.temporal;

import dev.heddle.api.ConnectConfig;
import io.grpc.Metadata;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The options of service stubs, of any version. */
final class StubsConfig extends BuilderConfig implements ConnectConfig {
    private static final String AUTHORIZATION = "authorization";
    /** What adds the key that an application has given by {@code addApiKey}. */
    private static final String OWN_KEY = "AuthorizationGrpcMetadataProvider";

    private final Class<?> type;
    private boolean encryptionIsSaid;

    StubsConfig(Object options) {
        super(options);
        this.type = options.getClass();
    }

    @Override
    public boolean hasOwnChannel() {
        return get("channel") != null;
    }

    @Override
    public ConnectConfig target(String target) {
        requireNoChannel("target");
        set("target", target);
        return this;
    }

    @Override
    public ConnectConfig tls(X509ExtendedKeyManager keys, X509ExtendedTrustManager trust, String serverName) {
        requireNoChannel("TLS");
        set("sslContext", ClientTls.context(find(type, "getSslContext", 0).getReturnType(), keys, trust));
        encryptionIsSaid = true;
        if (serverName != null) {
            initialize(serverName);
        }
        return this;
    }

    @Override
    public ConnectConfig plaintext() {
        requireNoChannel("TLS");
        set("sslContext", null);
        set("enableHttps", false);
        encryptionIsSaid = true;
        return this;
    }

    private void requireNoChannel(String what) {
        if (hasOwnChannel()) {
            throw new IllegalStateException("the application has made its channel to Temporal's server itself, whose "
                    + what + " nobody changes");
        }
    }

    /** After what the application does to the channel's builder itself. */
    private void initialize(String serverName) {
        if (!has("channelInitializer")) {
            throw new IllegalArgumentException("Temporal's SDK before 1.8 has no place for the name in a certificate");
        }
        Method setter = find(unwrap(Object.class).getClass(), "setChannelInitializer", 1);
        set(
                "channelInitializer",
                ServerName.initializer(setter.getParameterTypes()[0], get("channelInitializer"), serverName));
    }

    @Override
    public ConnectConfig apiKey(Supplier<String> key) {
        if (!encryptionIsSaid && !hasOwnChannel() && get("sslContext") == null) {
            set("enableHttps", true);
        }
        return metadata(AUTHORIZATION, () -> "Bearer " + key.get());
    }

    @Override
    public ConnectConfig metadata(String name, Supplier<String> value) {
        Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        Metadata headers = new Metadata();
        Object own = get("headers");
        if (own != null) {
            headers.merge((Metadata) own);
            headers.removeAll(key);
        }
        if (!has("grpcMetadataProviders")) {
            String once = value.get();
            if (once != null) {
                headers.put(key, once);
            }
            set("headers", headers);
            return this;
        }
        if (own != null) {
            set("headers", headers);
        }
        set("grpcMetadataProviders", withProvider(key, value));
        return this;
    }

    private List<Object> withProvider(Metadata.Key<String> key, Supplier<String> value) {
        List<Object> providers = new ArrayList<>();
        Object own = get("grpcMetadataProviders");
        for (Object each : own == null ? List.of() : (Collection<?>) own) {
            boolean ours = each instanceof SuppliedMetadata supplied && supplied.isOf(key);
            boolean sameKey = key.name().equals(AUTHORIZATION)
                    && each.getClass().getSimpleName().equals(OWN_KEY);
            if (!ours && !sameKey) {
                providers.add(each);
            }
        }
        providers.add(new SuppliedMetadata(key, value));
        return providers;
    }
}
