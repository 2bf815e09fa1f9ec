package dev.heddle.extension.temporalconnection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one place says of a connection; {@code null} where it says nothing.
 *
 * @param tls whether to connect by TLS
 * @param ca the certificates of whom to trust
 * @param certificate the client's, and of those that have signed it
 * @param key of the client's certificate
 * @param serverName the name in the server's certificate
 * @param metadata what goes with each call
 */
record Profile(
        String target,
        String namespace,
        Secret apiKey,
        Boolean tls,
        Secret ca,
        Secret certificate,
        Secret key,
        String serverName,
        Map<String, String> metadata) {

    /** This, and what another says of which this says nothing. */
    Profile or(Profile other) {
        Map<String, String> all = new LinkedHashMap<>(other.metadata);
        all.putAll(metadata);
        return new Profile(
                target == null ? other.target : target,
                namespace == null ? other.namespace : namespace,
                apiKey == null ? other.apiKey : apiKey,
                tls == null ? other.tls : tls,
                ca == null ? other.ca : ca,
                certificate == null ? other.certificate : certificate,
                key == null ? other.key : key,
                serverName == null ? other.serverName : serverName,
                all);
    }

    /** Whether to connect by TLS, as Temporal's other SDKs decide it; {@code null}: as the application does. */
    Boolean encrypts() {
        boolean said = apiKey != null || ca != null || certificate != null || key != null || serverName != null;
        return tls == null && said ? Boolean.TRUE : tls;
    }

    /**
     * Makes sure that it can be meant so.
     *
     * @throws IllegalArgumentException if not
     */
    void check() {
        if (target == null && namespace == null && encrypts() == null && metadata.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing says where to connect; set target, namespace or TLS, a TEMPORAL_*"
                            + " variable, or a profile in a file");
        }
        if (target != null && !target.matches("\\S+:(\\d+|/\\S+)")) {
            throw new IllegalArgumentException("the target '" + target + "' should be host:port");
        }
        if (apiKey != null && Boolean.FALSE.equals(tls)) {
            throw new IllegalArgumentException("an API key would travel in plain text; turn TLS on");
        }
        boolean anyTls = ca != null || certificate != null || key != null || serverName != null;
        if (anyTls && Boolean.FALSE.equals(tls)) {
            throw new IllegalArgumentException(
                    "TLS is off, and there are certificates or a name for it; take them away");
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("a client's certificate and its key go together; set both");
        }
    }

    /** As a line of log has it, without anything secret. */
    @Override
    public String toString() {
        String how = encrypts() == null ? "" : encrypts() ? " by TLS" : " in plain text";
        String certified = certificate == null ? "" : " with a client's certificate";
        return "connects to " + (target == null ? "the application's target" : target)
                + (namespace == null ? "" : ", namespace " + namespace) + how + certified
                + (apiKey == null ? "" : " and an API key");
    }
}
