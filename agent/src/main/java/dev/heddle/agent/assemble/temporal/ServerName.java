package dev.heddle.agent.assemble.temporal;

import io.grpc.ManagedChannelBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Has a channel expect another name in the server's certificate than that of its target. */
final class ServerName {
    private ServerName() {}

    /**
     * What does so to the builder of a channel.
     *
     * @param type of what the SDK calls with it, its own until 1.10 and the JDK's from then on
     * @param application what the application does to the builder, {@code null} if nothing
     */
    static Object initializer(Class<?> type, Object application, String name) {
        return Proxy.newProxyInstance(
                type.getClassLoader() == null ? ServerName.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (arguments != null
                            && arguments.length == 1
                            && arguments[0] instanceof ManagedChannelBuilder<?> builder) {
                        if (application != null) {
                            call(method, application, builder);
                        }
                        builder.overrideAuthority(name);
                        return null;
                    }
                    return switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> "the name of the server";
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static void call(Method method, Object application, Object builder) throws Throwable {
        try {
            method.invoke(application, builder);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
