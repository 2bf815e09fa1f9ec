package dev.heddle.api;

import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The options of a connection to Temporal's server, of {@code WorkflowServiceStubs} or {@code OperatorServiceStubs}. */
public interface ConnectConfig extends Config {
    /** Whether the application has made the channel itself: then target and TLS are the channel's and do not change. */
    boolean hasOwnChannel();

    /**
     * Where to connect, as {@code host:port} or another of gRPC's targets.
     *
     * @throws IllegalStateException if the application has made the channel itself
     */
    ConnectConfig target(String target);

    /**
     * Connects by TLS with these managers, in place of whatever was there. They are asked at each handshake, so those that
     * read files anew follow a change.
     *
     * @param keys the client's certificate, {@code null} for none
     * @param trust whom to trust, {@code null} for what the JDK does
     * @param serverName the name in the server's certificate, {@code null} for the target's; from SDK 1.8 on
     * @throws IllegalStateException if the application has made the channel itself
     * @throws IllegalArgumentException if this version of the SDK cannot do it
     */
    ConnectConfig tls(
            @Nullable X509ExtendedKeyManager keys,
            @Nullable X509ExtendedTrustManager trust,
            @Nullable String serverName);

    /** Connects in plain text, whatever was there. */
    ConnectConfig plaintext();

    /**
     * Sends metadata with each call, in place of the application's under that name. Before SDK 1.3 the value is asked for
     * once, from then on for each call: keep it short. A call for which it throws fails.
     *
     * @param value answers {@code null} for none
     */
    ConnectConfig metadata(String name, Supplier<@Nullable String> value);

    /** Sends an API key with each call, and connects by TLS unless something else was said of that before. */
    ConnectConfig apiKey(Supplier<String> key);
}
