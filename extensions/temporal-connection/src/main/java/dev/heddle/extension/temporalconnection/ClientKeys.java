package dev.heddle.extension.temporalconnection;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows the client's certificate that there is at each handshake. A handshake asks for the certificate and then for the key,
 * by the name that it was given for both, so that a change in between does not mix two pairs.
 */
final class ClientKeys extends X509ExtendedKeyManager {
    private static final int KEPT = 4;

    private final Supplier<Identity> current;
    private final Map<String, Identity> named = new ConcurrentHashMap<>();
    private Identity last;
    private int count;

    ClientKeys(Supplier<Identity> current) {
        this.current = current;
    }

    private synchronized String name() {
        Identity identity = current.get();
        if (!identity.equals(last)) {
            count++;
            last = identity;
            named.put("client-" + count, identity);
            named.remove("client-" + (count - KEPT));
        }
        return "client-" + count;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return name();
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return name();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {name()};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        Identity identity = named.get(alias);
        return identity == null ? null : identity.certificates();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        Identity identity = named.get(alias);
        return identity == null ? null : identity.key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
