package dev.heddle.agent.assemble.temporal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS contexts of the Netty that comes with the application's gRPC, wherever that has been moved to: the SDK's own builder
 * takes no key manager. By reflection, once for each connection that is made.
 */
final class ClientTls {
    private static final String CONTEXT = "io.netty.handler.ssl.SslContext";

    private ClientTls() {}

    /**
     * A context for clients.
     *
     * @param type of the context, as the SDK takes it
     */
    static Object context(Class<?> type, X509ExtendedKeyManager keys, X509ExtendedTrustManager trust) {
        if (!type.getName().endsWith(CONTEXT)) {
            throw new IllegalArgumentException("this version of Temporal's SDK has no such TLS: " + type.getName());
        }
        String netty = type.getName().substring(0, type.getName().length() - CONTEXT.length());
        try {
            Class<?> contexts = Class.forName(netty + "io.grpc.netty.GrpcSslContexts", true, type.getClassLoader());
            Object builder = contexts.getMethod("forClient").invoke(null);
            if (keys != null) {
                method(builder, "keyManager", KeyManager.class).invoke(builder, keys);
            }
            if (trust != null) {
                method(builder, "trustManager", TrustManager.class).invoke(builder, trust);
            }
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException("TLS is not to be had: " + thrown.getCause(), thrown.getCause());
        } catch (ReflectiveOperationException another) {
            throw new IllegalArgumentException("this version of gRPC has no such TLS: " + another, another);
        }
    }

    private static Method method(Object builder, String name, Class<?> parameter) throws NoSuchMethodException {
        return builder.getClass().getMethod(name, parameter);
    }
}
