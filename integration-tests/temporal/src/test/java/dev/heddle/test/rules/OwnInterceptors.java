package dev.heddle.test.rules;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The application's own interceptors, of any kind that the SDK has: each notes the operations of some names, as
 * {@code own workflow inbound execute}, and goes on.
 *
 * @param seen where they note them
 */
record OwnInterceptors(List<String> seen, Set<String> operations) {
    /** One to set in the SDK's options: whatever chain is made with it begins with an interceptor that notes. */
    <T> T of(Class<T> factory) {
        return proxy(factory, this, (self, method, arguments) -> {
            // Each of its methods has the rest of the chain last, and answers what is to stand before it.
            Object next = arguments[arguments.length - 1];
            return isInterceptor(method.getReturnType()) ? before(method.getReturnType(), next) : next;
        });
    }

    private static boolean isInterceptor(Class<?> type) {
        return type.getSimpleName().endsWith("CallsInterceptor");
    }

    private Object before(Class<?> type, Object next) {
        return proxy(type, next, (self, method, arguments) -> {
            if (operations.contains(method.getName())) {
                seen.add("own " + category(type) + ' ' + method.getName());
            }
            if (method.getName().equals("init")) {
                // What leaves, which has a chain of its own.
                arguments[0] = before(method.getParameterTypes()[0], arguments[0]);
            }
            return goOn(method, next, arguments);
        });
    }

    private static Object goOn(Method method, Object next, Object[] arguments) throws Throwable {
        try {
            return method.invoke(next, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** What every object has is asked of another. */
    private static <T> T proxy(Class<T> type, Object other, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? goOn(method, other, arguments)
                        : handler.invoke(self, method, arguments)));
    }

    /** As Heddle calls what an interface of the SDK intercepts: {@code WorkflowInboundCallsInterceptor}. */
    private static String category(Class<?> type) {
        String name = type.getSimpleName();
        if (name.equals("ActivityExecutionContext")) {
            return "activity outbound";
        }
        return name.contains("Client")
                ? "client"
                : name.replace("CallsInterceptor", "")
                        .replace("Operation", "")
                        .replace("bound", "")
                        .replaceAll("(In|Out)$", " $1bound")
                        .toLowerCase(Locale.ROOT);
    }
}
