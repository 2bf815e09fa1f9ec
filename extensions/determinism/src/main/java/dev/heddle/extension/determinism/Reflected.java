package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Set;

/** What is called where code calls by reflection or by a method handle. */
final class Reflected {
    private static final Set<String> CALLS = Set.of(
            "java.lang.reflect.Method.invoke",
            "java.lang.reflect.Constructor.newInstance",
            "java.lang.invoke.MethodHandle.invoke",
            "java.lang.invoke.MethodHandle.invokeExact",
            "java.lang.invoke.MethodHandle.invokeWithArguments");

    private Reflected() {}

    static boolean is(String owner, String name) {
        return owner.startsWith("java.lang.") && CALLS.contains(owner + '.' + name);
    }

    /** The place as if it called what the object stands for, or {@code null} if that cannot be told. */
    static CodeSite site(CodeSite site, Object callable) {
        if (callable instanceof Method method) {
            String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                    .toMethodDescriptorString();
            return calls(site, method.getDeclaringClass(), method.getName(), descriptor);
        }
        if (callable instanceof Constructor<?> constructor) {
            String descriptor = MethodType.methodType(void.class, constructor.getParameterTypes())
                    .toMethodDescriptorString();
            return calls(site, constructor.getDeclaringClass(), "<init>", descriptor);
        }
        return callable instanceof MethodHandle handle ? byHandle(site, handle) : null;
    }

    private static CodeSite byHandle(CodeSite site, MethodHandle handle) {
        try {
            MethodHandleInfo info = MethodHandles.lookup().revealDirect(handle);
            return calls(
                    site,
                    info.getDeclaringClass(),
                    info.getName(),
                    info.getMethodType().toMethodDescriptorString());
        } catch (IllegalArgumentException notDirect) {
            return null;
        }
    }

    private static CodeSite calls(CodeSite site, Class<?> owner, String name, String descriptor) {
        return new CodeSite(site.className(), site.methodName(), site.line(), owner.getName(), name, descriptor);
    }
}
